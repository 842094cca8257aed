package studycoach.feature.live;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/**
 * Rows of {@code live_player}: who has joined a game, be it by answering. They are kept by the home
 * of the account, so linking accounts moves nothing here.
 */
final class Players {
  private final Jdbi jdbi;

  Players(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * Joins a game that is not over.
   *
   * @return false if they had joined, or the game is over
   */
  boolean join(long game, long home, Instant at) {
    return jdbi.withHandle(
            handle ->
                handle
                    .createUpdate(
                        "INSERT INTO live_player (game_id, home_id, joined_at)"
                            + " SELECT g.id, :home, :at FROM live_game g"
                            + " WHERE g.id = :game AND g.running ON CONFLICT DO NOTHING")
                    .bind("home", home)
                    .bind("at", at)
                    .bind("game", game)
                    .execute())
        == 1;
  }

  /** The learners who play, the first first. */
  List<Long> of(long game) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT a.learner_id, MIN(p.joined_at) AS since FROM live_player p"
                        + " JOIN account a ON a.home_learner_id = p.home_id"
                        + " WHERE p.game_id = :game GROUP BY a.learner_id"
                        + " ORDER BY since, a.learner_id")
                .bind("game", game)
                .map((row, context) -> row.getLong("learner_id"))
                .list());
  }

  /** Those of them who are on the board, the first first. */
  List<Long> onBoard(long game, int most) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT l.id, MIN(p.joined_at) AS since FROM live_player p"
                        + " JOIN account a ON a.home_learner_id = p.home_id"
                        + " JOIN learner l ON l.id = a.learner_id AND l.on_board"
                        + " WHERE p.game_id = :game GROUP BY l.id ORDER BY since, l.id"
                        + " LIMIT :most")
                .bind("game", game)
                .bind("most", most)
                .map((row, context) -> row.getLong("id"))
                .list());
  }
}
