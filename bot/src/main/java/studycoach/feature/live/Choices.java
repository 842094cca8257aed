package studycoach.feature.live;

import org.jdbi.v3.core.Jdbi;
import studycoach.study.Moments;

/** What was chosen in games, read from the log of attempts. */
final class Choices {
  private final Jdbi jdbi;

  Choices(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** All choices of a game's questions whose time is up. */
  Scores of(long game) {
    return new Scores(
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        "SELECT a.learner_id, l.on_board, a.correct, d.opened_at, a.answered_at,"
                            + " d.closes_at FROM live_question q"
                            + " JOIN attempt a ON a.drop_question_id = q.drop_question_id"
                            + " JOIN group_drop d ON d.id = a.drop_id"
                            + " JOIN learner l ON l.id = a.learner_id WHERE q.game_id = :game"
                            + " ORDER BY q.place, a.learner_id")
                    .bind("game", game)
                    .map(
                        (row, context) ->
                            new Choice(
                                row.getLong("learner_id"),
                                row.getBoolean("on_board"),
                                row.getBoolean("correct"),
                                Moments.read(row, "opened_at"),
                                Moments.read(row, "answered_at"),
                                Moments.read(row, "closes_at")))
                    .list()));
  }

  /** How many questions of a game count for points. */
  long scored(long game) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT COUNT(*) FROM live_question l JOIN drop_question q"
                        + " ON q.id = l.drop_question_id WHERE l.game_id = :game AND q.worth > 0")
                .bind("game", game)
                .mapTo(Long.class)
                .one());
  }

  /** The points of the group that a learner has got in a game. */
  long given(long game, long learner) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT COALESCE(SUM(g.points), 0) FROM live_question q"
                        + " JOIN attempt a ON a.drop_question_id = q.drop_question_id"
                        + " JOIN point_grant g ON g.attempt_id = a.id WHERE q.game_id = :game"
                        + " AND a.learner_id = :learner")
                .bind("game", game)
                .bind("learner", learner)
                .mapTo(Long.class)
                .one());
  }
}
