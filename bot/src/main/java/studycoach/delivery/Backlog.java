package studycoach.delivery;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/**
 * How much waits to be posted.
 *
 * @param planned posts that wait for their turn
 * @param sending posts that are on their way, or in doubt
 * @param oldest when the first of those was planned whose place takes posts
 * @param paused places that refuse posts
 */
public record Backlog(long planned, long sending, Optional<Instant> oldest, long paused) {

  /** Reads it anew. */
  public static Backlog read(Jdbi jdbi) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT (SELECT COUNT(*) FROM post WHERE state = 'planned') AS planned,"
                        + " (SELECT COUNT(*) FROM post WHERE state = 'sending') AS sending,"
                        + " (SELECT COUNT(*) FROM lane_pause WHERE ended_at IS NULL) AS paused,"
                        + " (SELECT MIN(p.planned_at) FROM post p"
                        + " WHERE p.state IN ('planned', 'sending') AND NOT EXISTS"
                        + " (SELECT 1 FROM lane_pause l"
                        + " WHERE l.lane_id = p.lane_id AND l.ended_at IS NULL)) AS oldest")
                .map(
                    (row, context) ->
                        new Backlog(
                            row.getLong("planned"),
                            row.getLong("sending"),
                            Optional.ofNullable(row.getObject("oldest", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant),
                            row.getLong("paused")))
                .one());
  }
}
