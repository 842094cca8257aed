package studycoach.schedule;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** The jobs that nobody works on. */
public final class Waiting {
  private Waiting() {}

  /** The moment of the first, which has passed if jobs are late. */
  public static Optional<Instant> first(Jdbi jdbi) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT execution_time FROM scheduled_tasks WHERE picked = FALSE"
                        + " ORDER BY execution_time LIMIT 1")
                .mapTo(Instant.class)
                .findOne());
  }
}
