package studycoach.study.link;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import studycoach.chat.ChannelRef;
import studycoach.chat.UserRef;
import studycoach.store.Database;
import studycoach.study.Answer;
import studycoach.study.Answers;
import studycoach.study.Attempts;
import studycoach.study.Drop;
import studycoach.study.DropQuestion;
import studycoach.study.Drops;
import studycoach.study.Group;
import studycoach.study.GroupSettings;
import studycoach.study.Groups;
import studycoach.study.Learners;
import studycoach.study.Members;
import studycoach.study.Streak;
import studycoach.study.Streaks;
import studycoach.study.Timetable;
import studycoach.study.board.Tallies;
import studycoach.study.board.Worth;
import studycoach.testing.MutableClock;
import studycoach.testing.TestDatabase;

/** People, groups, drops and answers on a fresh database, without a chat. */
final class Bench implements AutoCloseable {
  private static final List<String> UNCHANGED_BY_HISTORY =
      List.of("learner_link", "flyway_schema_history");

  final MutableClock clock = new MutableClock("2025-01-01T08:00:00Z");
  final Members members;
  final Learners learners;
  final Groups groups;
  final Drops drops;
  final Answers answers;
  final Tallies tallies;
  final Links links;
  final Streaks streaks;
  private final Database database;

  Bench(TestDatabase kind) {
    database = kind.open();
    Jdbi jdbi = database.jdbi();
    members = new Members(jdbi);
    learners = new Learners(jdbi, clock);
    tallies = new Tallies(jdbi);
    groups = new Groups(jdbi, learners, tallies, clock);
    drops = new Drops(jdbi, tallies);
    answers = new Answers(jdbi, members, tallies, clock);
    links = new Links(jdbi, tallies, clock);
    streaks = new Streaks(drops, new Attempts(jdbi), learners);
  }

  Jdbi jdbi() {
    return database.jdbi();
  }

  /** The home of an account. */
  long account(String platform, String name) {
    return learners.of(new UserRef(platform, "w", name), name).home();
  }

  /** Whose an account is now. */
  long learner(long home) {
    return learners.known(learners.accountOf(home).user()).orElseThrow().id();
  }

  Group group(String channel) {
    GroupSettings settings =
        new GroupSettings(
            "X-1",
            new Timetable(
                ZoneOffset.UTC, LocalTime.of(8, 0), EnumSet.allOf(java.time.DayOfWeek.class)),
            1,
            false,
            Optional.empty(),
            java.time.DayOfWeek.MONDAY,
            Optional.empty(),
            false);
    return groups
        .create(settings, new ChannelRef("fake", "w", channel), account("fake", "organiser"))
        .orElseThrow();
  }

  /** A drop of one question from now till tomorrow: the one of its day, or an extra one. */
  DropQuestion asks(
      Group group, Optional<LocalDate> day, String question, String domain, int worth) {
    Instant now = clock.instant();
    long drop =
        drops
            .add(
                new Drop(
                    0, group.id(), day, now, now.plus(Duration.ofDays(1)), false, Drop.State.OPEN),
                ZoneOffset.UTC)
            .orElseThrow();
    return drops
        .question(
            drops.add(
                new DropQuestion(
                    0,
                    drop,
                    group.id(),
                    1,
                    question,
                    "v",
                    domain,
                    List.of(0, 1, 2, 3),
                    new Worth(worth, 1))))
        .orElseThrow();
  }

  DropQuestion asks(Group group, String question) {
    return asks(group, Optional.empty(), question, "data", 15);
  }

  Answers.Outcome answers(long home, DropQuestion question, boolean right) {
    return answers.answer(home, question, new Answer(List.of(right ? 0 : 1)), right);
  }

  Answers.Outcome seals(long home, DropQuestion question, boolean right) {
    return answers.seal(home, question, new Answer(List.of(right ? 0 : 1)), right);
  }

  void ends(DropQuestion question) {
    jdbi()
        .useTransaction(
            handle -> {
              drops.end(question.drop(), Drop.State.CLOSED);
              answers.unseal(question.drop());
            });
  }

  Streak streak(Group group, long learner) {
    return streaks.of(group.id(), learner);
  }

  /** A learner's points, right answers and answers in a group, by period and domain. */
  Map<String, String> tallies(Group group, long learner) {
    return jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "SELECT period, domain, points, correct, answered FROM board_tally"
                            + " WHERE group_id = :group AND learner_id = :learner")
                    .bind("group", group.id())
                    .bind("learner", learner)
                    .map(
                        (row, context) ->
                            Map.entry(
                                row.getString("period") + " " + row.getString("domain"),
                                "%d points, %d of %d"
                                    .formatted(
                                        row.getInt("points"),
                                        row.getInt("correct"),
                                        row.getInt("answered"))))
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  long number(String sql, Object... arguments) {
    return jdbi()
        .withHandle(
            handle -> {
              var query = handle.createQuery(sql);
              for (int i = 0; i < arguments.length; i++) {
                query.bind(i, arguments[i]);
              }
              return query.mapTo(Long.class).one();
            });
  }

  /** Every row of every table but the record of links itself, in no order. */
  Map<String, List<String>> dump() {
    return jdbi()
        .withHandle(
            handle -> {
              Map<String, List<String>> tables = new TreeMap<>();
              handle
                  .createQuery(
                      "SELECT table_name FROM information_schema.tables"
                          + " WHERE table_schema = 'public'")
                  .mapTo(String.class)
                  .filter(table -> !UNCHANGED_BY_HISTORY.contains(table))
                  .list()
                  .forEach(table -> tables.put(table, rows(handle, table)));
              return tables;
            });
  }

  private static List<String> rows(Handle handle, String table) {
    return handle
        .createQuery("SELECT * FROM <table>")
        .define("table", table)
        .mapToMap()
        .map(row -> new TreeMap<>(row).toString())
        .stream()
        .sorted()
        .toList();
  }

  @Override
  public void close() {
    database.close();
  }
}
