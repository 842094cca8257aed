package studycoach.study.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import studycoach.pack.MadeUpPack;
import studycoach.pack.Question;
import studycoach.pack.QuestionJson;
import studycoach.store.Database;
import studycoach.study.Answers;
import studycoach.study.Members;
import studycoach.testing.MutableClock;
import studycoach.testing.TestDatabase;

/** A database from before there were boards gets those that its log comes to. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class BoardsMigrationTest {
  private static final String BEFORE = "20261121.0400";
  private static final List<Question> QUESTIONS =
      MadeUpPack.of(9).packs().get(0).questions(); // three easy, three medium, three hard
  private static final Question EASY = QUESTIONS.get(0);
  private static final Question MEDIUM = QUESTIONS.get(3);
  private static final Question HARD = QUESTIONS.get(6);
  private static final int BERLIN = 1;
  private static final int NEW_YORK = 2;
  private static final int AMIRA = 1;
  private static final int BEN = 2;

  private final TestDatabase.Address address;
  private final Locale locale = Locale.getDefault();
  private final TimeZone zone = TimeZone.getDefault();

  BoardsMigrationTest(TestDatabase kind) {
    address = kind.empty();
  }

  /** Where weeks begin on Sunday, and days later than in our groups' zones. */
  @BeforeEach
  void farAway() {
    Locale.setDefault(Locale.US);
    TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Honolulu"));
  }

  @AfterEach
  void home() {
    Locale.setDefault(locale);
    TimeZone.setDefault(zone);
  }

  @Test
  void theLogOfAnEarlierReleaseIsAddedUp() {
    migrateTo(BEFORE);
    Jdbi.create(address.url(), address.user(), "").useHandle(BoardsMigrationTest::write);

    try (Database database = Database.at(address.url(), address.user(), "")) {
      Jdbi jdbi = database.jdbi();
      Tallies tallies = new Tallies(jdbi);
      assertThat(tallies.differences()).isEmpty();
      assertThat(grants(jdbi, BERLIN, AMIRA)).containsExactlyInAnyOrder("10", "15", "20");
      assertThat(grants(jdbi, BERLIN, BEN)).containsExactlyInAnyOrder("15");
      assertThat(points(jdbi, BERLIN, "all", AMIRA)).contains(45L);
      assertThat(points(jdbi, BERLIN, "season 1", AMIRA)).contains(45L);
      assertThat(points(jdbi, BERLIN, "week 2026-02-23", AMIRA)).contains(10L);
      assertThat(points(jdbi, BERLIN, "week 2026-03-02", AMIRA)).contains(35L);
      assertThat(points(jdbi, BERLIN, "month 2026-03", AMIRA)).contains(45L);
      assertThat(points(jdbi, BERLIN, "all", BEN)).contains(15L);
      assertThat(points(jdbi, NEW_YORK, "month 2026-03", BEN)).contains(10L);
      assertThat(points(jdbi, NEW_YORK, "month 2026-04", BEN)).isEmpty();

      unsealedAnswersCount(database, tallies);
      isAsRebuilt(jdbi, tallies);
    }
  }

  private void migrateTo(String version) {
    Flyway.configure()
        .dataSource(address.url(), address.user(), "")
        .locations("classpath:studycoach")
        .target(version)
        .load()
        .migrate();
  }

  private static void write(Handle handle) {
    for (Question question : List.of(EASY, MEDIUM, HARD)) {
      handle.execute(
          "INSERT INTO question_version (question_id, version, content) VALUES (?, 'v', ?)",
          question.id(),
          QuestionJson.write(question));
    }
    group(handle, BERLIN, "Europe/Berlin");
    group(handle, NEW_YORK, "America/New_York");
    for (int learner : List.of(AMIRA, BEN)) {
      handle.execute(
          "INSERT INTO learner (id, created_at) VALUES (?, TIMESTAMP '2026-01-01 00:00:00')",
          learner);
      member(handle, BERLIN, learner);
      member(handle, NEW_YORK, learner);
    }
    drop(handle, 1, BERLIN, "DATE '2026-03-01'", "2026-03-01 08:00:00+00", EASY);
    drop(handle, 2, BERLIN, "NULL", "2026-03-01 23:30:00+00", MEDIUM); // Monday in Berlin
    drop(handle, 3, BERLIN, "DATE '2026-03-03'", "2026-03-03 08:00:00+00", HARD);
    drop(handle, 4, BERLIN, "DATE '2026-03-04'", "2026-03-04 08:00:00+00", EASY);
    drop(handle, 5, NEW_YORK, "NULL", "2026-04-01 02:00:00+00", EASY); // still March there
    drop(handle, 6, BERLIN, "DATE '2026-03-05'", "2026-03-05 08:00:00+00", HARD);
    attempt(handle, AMIRA, BERLIN, 1, EASY, true);
    attempt(handle, BEN, BERLIN, 1, EASY, false);
    attempt(handle, AMIRA, BERLIN, 2, MEDIUM, true);
    attempt(handle, BEN, BERLIN, 2, MEDIUM, true);
    attempt(handle, AMIRA, BERLIN, 3, HARD, true);
    attempt(handle, AMIRA, BERLIN, 4, EASY, true);
    attempt(handle, BEN, NEW_YORK, 5, EASY, true);
    handle.execute(
        "INSERT INTO sealed_choice (learner_id, drop_question_id, picks, correct, chosen_at)"
            + " VALUES (?, 6, '0', TRUE, TIMESTAMP '2026-03-05 09:00:00')",
        BEN);
  }

  private static void group(Handle handle, int id, String zone) {
    handle.execute(
        "INSERT INTO study_group (id, exam, zone, drop_time, weekdays, questions, sealed, paused,"
            + " skip_next, next_drop_at, next_drop_day, created_at) VALUES (?, 'X-1', ?, '09:00',"
            + " '1,2,3,4,5,6,7', 1, FALSE, FALSE, FALSE, TIMESTAMP '2026-05-01 08:00:00',"
            + " DATE '2026-05-01', TIMESTAMP '2026-01-01 00:00:00')",
        id,
        zone);
  }

  private static void member(Handle handle, int group, int learner) {
    handle.execute(
        "INSERT INTO member (group_id, learner_id, joined_at)"
            + " VALUES (?, ?, TIMESTAMP '2026-01-02 00:00:00')",
        group,
        learner);
  }

  private static void drop(
      Handle handle, int id, int group, String day, String opened, Question question) {
    handle.execute(
        "INSERT INTO group_drop (id, group_id, drop_day, opened_at, closes_at, late, state)"
            + " VALUES (?, ?, %s, CAST('%s' AS TIMESTAMP WITH TIME ZONE), ".formatted(day, opened)
            + "TIMESTAMP '2026-05-01 00:00:00', FALSE, 'open')",
        id,
        group);
    handle.execute(
        "INSERT INTO drop_question (id, drop_id, group_id, place, question_id, version, domain,"
            + " permutation) VALUES (?, ?, ?, 1, ?, 'v', ?, '0,1,2,3')",
        id,
        id,
        group,
        question.id(),
        question.domain());
  }

  private static void attempt(
      Handle handle, int learner, int group, int drop, Question question, boolean correct) {
    handle.execute(
        "INSERT INTO attempt (learner_id, group_id, drop_id, drop_question_id, question_id,"
            + " version, picks, correct, answered_at)"
            + " VALUES (?, ?, ?, ?, ?, 'v', '0', ?, TIMESTAMP '2026-03-31 00:00:00')",
        learner,
        group,
        drop,
        drop,
        question.id(),
        correct);
  }

  private static List<String> grants(Jdbi jdbi, long group, long learner) {
    return new Points(jdbi)
        .of(group, learner, 0, 10).stream().map(g -> String.valueOf(g.points())).toList();
  }

  private static Optional<Long> points(Jdbi jdbi, long group, String period, long learner) {
    return new Boards(jdbi)
        .standing(
            new Boards.Key(group, Period.read(period).orElseThrow(), Optional.empty()), learner)
        .map(standing -> standing.row().points());
  }

  private static void unsealedAnswersCount(Database database, Tallies tallies) {
    Jdbi jdbi = database.jdbi();
    new Answers(jdbi, new Members(jdbi), tallies, new MutableClock("2026-05-02T00:00:00Z"))
        .unseal(6);

    assertThat(points(jdbi, BERLIN, "month 2026-03", BEN)).contains(35L);
    assertThat(tallies.differences()).isEmpty();
  }

  private static void isAsRebuilt(Jdbi jdbi, Tallies tallies) {
    List<String> migrated = periods(jdbi);
    tallies.rebuild(BERLIN);
    tallies.rebuild(NEW_YORK);
    assertThat(periods(jdbi)).isEqualTo(migrated);
    List<LocalDate> days =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery("SELECT local_day FROM group_drop WHERE id IN (2, 5)")
                    .mapTo(LocalDate.class)
                    .list());
    assertThat(days)
        .containsExactlyInAnyOrder(LocalDate.parse("2026-03-02"), LocalDate.parse("2026-03-31"));
  }

  private static List<String> periods(Jdbi jdbi) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT drop_id, period FROM drop_period ORDER BY drop_id, period")
                .map((row, context) -> row.getLong("drop_id") + " " + row.getString("period"))
                .list());
  }
}
