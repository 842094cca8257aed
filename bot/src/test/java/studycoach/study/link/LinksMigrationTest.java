package studycoach.study.link;

import static org.assertj.core.api.Assertions.assertThat;

import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import studycoach.chat.UserRef;
import studycoach.store.Database;
import studycoach.study.Learner;
import studycoach.study.Learners;
import studycoach.study.board.Tallies;
import studycoach.testing.MutableClock;
import studycoach.testing.TestDatabase;

/** In a database from before there were links, everybody is at home with themselves. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class LinksMigrationTest {
  private static final String BEFORE = "20261121.1507";
  private static final String AT = "TIMESTAMP WITH TIME ZONE '2026-01-01 00:00:00+00'";

  private final TestDatabase.Address address;

  LinksMigrationTest(TestDatabase kind) {
    address = kind.empty();
  }

  @Test
  void accountsAndAnswersOfAnEarlierReleaseCanBeLinkedAndParted() {
    Flyway.configure()
        .dataSource(address.url(), address.user(), "")
        .locations("classpath:studycoach")
        .target(BEFORE)
        .load()
        .migrate();
    Jdbi.create(address.url(), address.user(), "").useHandle(LinksMigrationTest::write);

    try (Database database = Database.at(address.url(), address.user(), "")) {
      MutableClock clock = new MutableClock("2026-01-02T00:00:00Z");
      Learners learners = new Learners(database.jdbi(), clock);
      Links links = new Links(database.jdbi(), new Tallies(database.jdbi()), clock);
      UserRef ben = new UserRef("other", "w", "ben");
      Learner before = learners.known(ben).orElseThrow();
      assertThat(before.home()).isEqualTo(before.id()).isEqualTo(2);

      Link link = links.join(1, 2);
      assertThat(owners(database)).isEqualTo("1 1, 1 2");
      links.undo(link.id(), 2);

      assertThat(owners(database)).isEqualTo("1 1, 2 2");
      assertThat(learners.known(ben)).contains(before);
    }
  }

  private static String owners(Database database) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                String.join(
                    ", ",
                    handle
                        .createQuery("SELECT learner_id, given_by FROM attempt ORDER BY id")
                        .map((row, context) -> row.getLong(1) + " " + row.getLong(2))
                        .list()));
  }

  private static void write(Handle handle) {
    handle.execute(
        "INSERT INTO study_group (id, exam, zone, drop_time, weekdays, questions, sealed, paused,"
            + " skip_next, next_drop_at, next_drop_day, created_at) VALUES (1, 'X-1', 'UTC',"
            + " '09:00', '1', 1, FALSE, FALSE, FALSE, "
            + AT
            + ", DATE '2026-01-01', "
            + AT
            + ")");
    for (int id = 1; id <= 2; id++) {
      handle.execute("INSERT INTO learner (id, created_at) VALUES (" + id + ", " + AT + ")");
      handle.execute(
          "INSERT INTO account (platform, workspace, user_id, learner_id, name) VALUES (?, 'w', ?,"
              + " ?, 'x')",
          id == 1 ? "fake" : "other",
          id == 1 ? "amira" : "ben",
          id);
      handle.execute(
          "INSERT INTO member (group_id, learner_id, joined_at) VALUES (1, "
              + id
              + ", "
              + AT
              + ")");
      handle.execute(
          "INSERT INTO group_drop (id, group_id, local_day, opened_at, closes_at, late, state)"
              + " VALUES ("
              + id
              + ", 1, DATE '2026-01-01', "
              + AT
              + ", "
              + AT
              + ", FALSE, 'closed')");
      handle.execute(
          "INSERT INTO drop_question (id, drop_id, group_id, place, question_id, version, domain,"
              + " permutation, worth, worth_rule) VALUES (?, ?, 1, 1, 'q', 'v', 'data', '0,1', 15,"
              + " 1)",
          id,
          id);
      handle.execute(
          "INSERT INTO attempt (learner_id, group_id, drop_id, drop_question_id, question_id,"
              + " version, picks, correct, answered_at) VALUES (?, 1, ?, ?, 'q', 'v', '0', TRUE, "
              + AT
              + ")",
          id,
          id,
          id);
    }
  }
}
