package studycoach.study.board;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import studycoach.chat.ChannelRef;
import studycoach.chat.UserRef;
import studycoach.pack.Difficulty;
import studycoach.store.Database;
import studycoach.study.Answer;
import studycoach.study.Answers;
import studycoach.study.BoardTime;
import studycoach.study.Drop;
import studycoach.study.DropQuestion;
import studycoach.study.Drops;
import studycoach.study.Group;
import studycoach.study.GroupSettings;
import studycoach.study.Groups;
import studycoach.study.Learners;
import studycoach.study.Members;
import studycoach.study.Timetable;
import studycoach.testing.MutableClock;
import studycoach.testing.TestDatabase;

/** Groups, drops and answers on a fresh database, without a chat. */
final class Kernel implements AutoCloseable {
  static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
  private static final Duration WINDOW = Duration.ofDays(1);

  final MutableClock clock = new MutableClock("2026-03-02T08:00:00Z");
  final Members members;
  final Learners learners;
  final Groups groups;
  final Drops drops;
  final Answers answers;
  final Tallies tallies;
  final Boards boards;
  final Points points;
  final Seasons seasons;
  private final Database database;

  Kernel(TestDatabase kind) {
    database = kind.open();
    Jdbi jdbi = database.jdbi();
    members = new Members(jdbi);
    learners = new Learners(jdbi, clock);
    tallies = new Tallies(jdbi);
    groups = new Groups(jdbi, learners, tallies, clock);
    drops = new Drops(jdbi, tallies);
    answers = new Answers(jdbi, members, tallies, clock);
    boards = new Boards(jdbi);
    points = new Points(jdbi);
    seasons = new Seasons(jdbi, tallies, clock);
  }

  Jdbi jdbi() {
    return database.jdbi();
  }

  long learner(String name) {
    return learners.of(new UserRef("fake", "w", name), name).id();
  }

  Group group(String channel) {
    return groups
        .create(
            settings(DayOfWeek.MONDAY), new ChannelRef("fake", "w", channel), learner("organiser"))
        .orElseThrow();
  }

  static GroupSettings settings(DayOfWeek week) {
    return new GroupSettings(
        "X-1",
        new Timetable(ZONE, LocalTime.of(9, 0), EnumSet.allOf(DayOfWeek.class)),
        1,
        false,
        Optional.empty(),
        week,
        Optional.of(new BoardTime(DayOfWeek.MONDAY, LocalTime.NOON)),
        false);
  }

  void weekBegins(Group group, DayOfWeek first) {
    groups.change(groups.find(group.id()), settings(first));
  }

  /** A drop of one medium question, from now till tomorrow. */
  DropQuestion asks(Group group, String question) {
    return asks(group, question, "data", Difficulty.MEDIUM);
  }

  DropQuestion asks(Group group, String question, String domain, Difficulty difficulty) {
    Instant now = clock.instant();
    Drop extra =
        new Drop(0, group.id(), Optional.empty(), now, now.plus(WINDOW), false, Drop.State.OPEN);
    long drop = drops.add(extra, ZONE).orElseThrow();
    DropQuestion asked =
        new DropQuestion(
            0,
            drop,
            group.id(),
            1,
            question,
            "v",
            domain,
            List.of(0, 1, 2, 3),
            Worth.of(difficulty));
    return drops.question(drops.add(asked)).orElseThrow();
  }

  Answers.Outcome answers(long learner, DropQuestion question, boolean right) {
    return answers.answer(learner, question, new Answer(List.of(right ? 0 : 1)), right);
  }

  Answers.Outcome seals(long learner, DropQuestion question, boolean right) {
    return answers.seal(learner, question, new Answer(List.of(right ? 0 : 1)), right);
  }

  void reveals(DropQuestion question) {
    jdbi()
        .useTransaction(
            handle -> {
              drops.end(question.drop(), Drop.State.CLOSED);
              answers.unseal(question.drop());
            });
  }

  /** A learner's points for a period, all domains together; 0 if they have not answered. */
  long score(Group group, Period period, long learner) {
    return boards
        .standing(new Boards.Key(group.id(), period, Optional.empty()), learner)
        .map(standing -> standing.row().points())
        .orElse(0L);
  }

  int execute(String sql) {
    return jdbi().withHandle(handle -> handle.execute(sql));
  }

  @Override
  public void close() {
    database.close();
  }
}
