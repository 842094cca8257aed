package studycoach.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import studycoach.chat.Destination;

/** Rows of {@code lane_pause}. Of one lane at most one has not ended. */
final class Pauses {
  private static final String SELECT =
      "SELECT l.*, p.id AS pause_id, p.reason, p.since, p.tried_at,"
          + " p.next_try_at, p.ended_at"
          + " FROM lane_pause p JOIN post_lane l ON l.id = p.lane_id WHERE ";

  private final Jdbi jdbi;

  Pauses(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** To be called by one at a time for a lane. */
  void begin(long lane, String reason, Instant now, Instant nextTry) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "INSERT INTO lane_pause (lane_id, reason, since, tried_at, next_try_at)"
                        + " VALUES (:lane, :reason, :now, :now, :nextTry)")
                .bind("lane", lane)
                .bind("reason", Posts.shortened(reason))
                .bind("now", now)
                .bind("nextTry", nextTry)
                .execute());
  }

  void goesOn(long id, String reason, Instant now, Instant nextTry) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "UPDATE lane_pause SET reason = :reason, tried_at = :now,"
                        + " next_try_at = :nextTry WHERE id = :id")
                .bind("reason", Posts.shortened(reason))
                .bind("now", now)
                .bind("nextTry", nextTry)
                .bind("id", id)
                .execute());
  }

  void setNextTry(long lane, Instant nextTry) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "UPDATE lane_pause SET next_try_at = :nextTry"
                        + " WHERE lane_id = :lane AND ended_at IS NULL")
                .bind("nextTry", nextTry)
                .bind("lane", lane)
                .execute());
  }

  void end(long id, Instant now) {
    set("ended_at", id, now);
  }

  /**
   * Notes that the person was told whose direct messages they are.
   *
   * @return false if they were before
   */
  boolean tell(long id, Instant now) {
    return set("told_at", id, now);
  }

  private boolean set(String column, long id, Instant now) {
    return jdbi.withHandle(
            handle ->
                handle
                    .createUpdate(
                        "UPDATE lane_pause SET <column> = :now WHERE id = :id AND <column> IS NULL")
                    .define("column", column)
                    .bind("now", now)
                    .bind("id", id)
                    .execute())
        == 1;
  }

  Optional<Pause> find(long id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(SELECT + "p.id = :id")
                .bind("id", id)
                .map((row, context) -> pause(row))
                .findOne());
  }

  /** The pause of a lane that has not ended. */
  Optional<Pause> open(long lane) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(SELECT + "p.lane_id = :lane AND p.ended_at IS NULL")
                .bind("lane", lane)
                .map((row, context) -> pause(row))
                .findOne());
  }

  /** The same of a place, which may never have got a post. */
  Optional<Pause> open(Destination to) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    SELECT
                        + "l.platform = :platform AND l.workspace = :workspace"
                        + " AND l.target = :target AND l.direct = :direct AND p.ended_at IS NULL")
                .bindMethods(Lanes.LaneKey.of(to))
                .map((row, context) -> pause(row))
                .findOne());
  }

  private static Pause pause(ResultSet row) throws SQLException {
    return new Pause(
        row.getLong("pause_id"),
        row.getLong("id"),
        Lanes.destination(row),
        row.getString("reason"),
        row.getObject("since", OffsetDateTime.class).toInstant(),
        row.getObject("tried_at", OffsetDateTime.class).toInstant(),
        row.getObject("next_try_at", OffsetDateTime.class).toInstant(),
        Optional.ofNullable(row.getObject("ended_at", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant));
  }
}
