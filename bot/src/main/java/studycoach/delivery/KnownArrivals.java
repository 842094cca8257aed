package studycoach.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studycoach.engine.Arrivals;
import studycoach.schedule.Job;
import studycoach.schedule.Schedule;

/**
 * Rows of {@code arrival}: what platforms have told. What a process has begun and not ended, since
 * it was killed, is done when it is told again.
 */
public final class KnownArrivals implements Arrivals {
  private static final Logger LOG = LoggerFactory.getLogger(KnownArrivals.class);
  private static final String FORGET = "forget arrivals";
  private static final Duration KEPT = Duration.ofDays(1);
  private static final Duration EVERY = Duration.ofHours(1);

  /** Longer than anything takes, and shorter than until Slack's second repetition. */
  private static final Duration LONGEST = Duration.ofSeconds(50);

  private final Jdbi jdbi;
  private final Schedule schedule;
  private final Clock clock;

  public KnownArrivals(Jdbi jdbi, Schedule schedule, Clock clock) {
    this.jdbi = jdbi;
    this.schedule = schedule;
    this.clock = clock;
  }

  @Override
  public void once(String key, Runnable work) {
    if (begin(key)) {
      work.run();
      end(key);
    }
  }

  /** What can't be noted as done would only be done again if it is told again. */
  private void end(String key) {
    try {
      jdbi.useHandle(handle -> handle.execute("UPDATE arrival SET done = TRUE WHERE id = ?", key));
    } catch (RuntimeException e) {
      LOG.warn("What was done could not be noted: {}", e.getMessage());
    }
  }

  private boolean begin(String key) {
    Instant now = clock.instant();
    return jdbi.inTransaction(
        handle -> {
          int added =
              handle
                  .createUpdate(
                      "INSERT INTO arrival (id, begun_at, done) VALUES (:key, :now, FALSE)"
                          + " ON CONFLICT DO NOTHING")
                  .bind("key", key)
                  .bind("now", now)
                  .execute();
          int takenOver =
              handle
                  .createUpdate(
                      "UPDATE arrival SET begun_at = :now"
                          + " WHERE id = :key AND NOT done AND begun_at < :dead")
                  .bind("key", key)
                  .bind("now", now)
                  .bind("dead", now.minus(LONGEST))
                  .execute();
          return added + takenOver > 0;
        });
  }

  /** The job that forgets what is told no more; to be run by {@link #start}. */
  public Job job() {
    return new Job(FORGET, Job.Turn.LAST, id -> Optional.of(forget()));
  }

  /** Sees to it that the job runs. */
  public void start() {
    schedule.watchBy(FORGET);
  }

  private Instant forget() {
    Instant now = clock.instant();
    jdbi.useHandle(
        handle -> handle.execute("DELETE FROM arrival WHERE begun_at < ?", now.minus(KEPT)));
    return now.plus(EVERY);
  }
}
