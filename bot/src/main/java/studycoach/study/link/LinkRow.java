package studycoach.study.link;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Rows of {@code learner_link} and {@code link_turn}. */
final class LinkRow {
  private LinkRow() {}

  /** Waits until nobody else links or undoes, and keeps them from it. */
  static void takeTurn(Handle handle) {
    handle.createQuery("SELECT id FROM link_turn FOR UPDATE").mapTo(Integer.class).one();
  }

  /** Adds a link; its id is of no account. */
  static Link add(Handle handle, Link link) {
    long id =
        handle
            .createUpdate(
                "INSERT INTO learner_link (kept_id, merged_id, giver, taker, linked_at)"
                    + " VALUES (:kept, :merged, :giver, :taker, :at)")
            .bindMethods(link)
            .executeAndReturnGeneratedKeys("id")
            .mapTo(Long.class)
            .one();
    return find(handle, id).orElseThrow();
  }

  static Optional<Link> find(Handle handle, long id) {
    return handle
        .createQuery("SELECT * FROM learner_link WHERE id = :id")
        .bind("id", id)
        .map((row, context) -> link(row))
        .findOne();
  }

  /** The latest link of a learner that lasts. */
  static Optional<Link> latest(Handle handle, long learner) {
    return handle
        .createQuery(
            "SELECT * FROM learner_link WHERE kept_id = :learner AND undone_at IS NULL"
                + " ORDER BY id DESC LIMIT 1")
        .bind("learner", learner)
        .map((row, context) -> link(row))
        .findOne();
  }

  static void undone(Handle handle, long id, Instant now) {
    handle
        .createUpdate("UPDATE learner_link SET undone_at = :now WHERE id = :id")
        .bind("now", now)
        .bind("id", id)
        .execute();
  }

  private static Link link(ResultSet row) throws SQLException {
    return new Link(
        row.getLong("id"),
        row.getLong("kept_id"),
        row.getLong("merged_id"),
        row.getLong("giver"),
        row.getLong("taker"),
        row.getObject("linked_at", OffsetDateTime.class).toInstant(),
        Optional.ofNullable(row.getObject("undone_at", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant));
  }
}
