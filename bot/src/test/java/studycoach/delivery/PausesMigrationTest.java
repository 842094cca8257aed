package studycoach.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import studycoach.schedule.Schedule;
import studycoach.store.Database;
import studycoach.testing.MutableClock;
import studycoach.testing.TestDatabase;

/** A database in which a channel is paused keeps the pause, and what waits in it. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class PausesMigrationTest {
  private static final String BEFORE = "20261121.1432";

  private final TestDatabase.Address address;

  PausesMigrationTest(TestDatabase kind) {
    address = kind.empty();
  }

  @Test
  void aPauseOfAnEarlierReleaseGoesOn() {
    Flyway.configure()
        .dataSource(address.url(), address.user(), "")
        .locations("classpath:studycoach")
        .target(BEFORE)
        .load()
        .migrate();
    Jdbi.create(address.url(), address.user(), "").useHandle(PausesMigrationTest::write);

    try (Database database = Database.at(address.url(), address.user(), "")) {
      MutableClock clock = new MutableClock("2126-01-01T00:00:00Z");
      Outbox outbox =
          new Outbox(
              database.jdbi(),
              Schedule.byHand(database, clock),
              clock,
              Duration.ofSeconds(1),
              new SimpleMeterRegistry());
      assertThat(outbox.pause(1).map(Pause::reason)).contains("it was deleted");
      assertThat(outbox.pause(2)).isEmpty();
      assertThat(states(database)).containsExactly("planned", "refused", "posted", "refused");
    }
  }

  private static List<String> states(Database database) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery("SELECT state FROM post ORDER BY subject")
                    .mapTo(String.class)
                    .list());
  }

  private static void write(Handle handle) {
    handle.execute(
        "INSERT INTO post_lane (platform, workspace, target, direct, paused_reason) VALUES"
            + " ('p', 'w', 'gone', FALSE, 'it was deleted'), ('p', 'w', 'there', FALSE, NULL)");
    handle.execute(
        "INSERT INTO post (lane_id, kind, subject, state, stale, reason, planned_at) VALUES"
            + " (1, 'drop', 1, 'refused', 0, 'it was deleted', CURRENT_TIMESTAMP),"
            + " (1, 'drop', 2, 'refused', 0, 'no longer wanted', CURRENT_TIMESTAMP),"
            + " (2, 'drop', 3, 'posted', 0, NULL, CURRENT_TIMESTAMP)");
    handle.execute(
        "INSERT INTO post (lane_id, kind, subject, parent_id, state, stale, reason, planned_at)"
            + " VALUES (1, 'discussion', 4, 1, 'refused', 0, 'no threads', CURRENT_TIMESTAMP)");
  }
}
