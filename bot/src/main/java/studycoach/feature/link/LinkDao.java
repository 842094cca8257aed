package studycoach.feature.link;

import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Rows of {@code link_request}. */
final class LinkDao {
  private final Jdbi jdbi;

  LinkDao(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * Keeps a question in place of an earlier one to the same account.
   *
   * @param request its id is of no account
   */
  long ask(Request request) {
    return jdbi.inTransaction(
        handle -> {
          handle
              .createUpdate("DELETE FROM link_request WHERE taker = :taker")
              .bind("taker", request.taker())
              .execute();
          return handle
              .createUpdate(
                  "INSERT INTO link_request (code_id, giver, taker)"
                      + " VALUES (:code, :giver, :taker)")
              .bind("code", request.code())
              .bind("giver", request.giver())
              .bind("taker", request.taker())
              .executeAndReturnGeneratedKeys("id")
              .mapTo(Long.class)
              .one();
        });
  }

  /** The question, if it was put to this account and is still open. */
  Optional<Request> find(long id, long taker) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT * FROM link_request WHERE id = :id AND taker = :taker")
                .bind("id", id)
                .bind("taker", taker)
                .map(
                    (row, context) ->
                        new Request(
                            row.getLong("id"),
                            row.getLong("code_id"),
                            row.getLong("giver"),
                            row.getLong("taker")))
                .findOne());
  }

  void close(Request request) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate("DELETE FROM link_request WHERE id = :id")
                .bind("id", request.id())
                .execute());
  }
}
