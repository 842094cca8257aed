package studycoach.feature.leaderboard;

import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import studycoach.study.board.Period;

/** Rows of {@code weekly_board}. */
final class LeaderboardDao {
  private final Jdbi jdbi;

  LeaderboardDao(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** Adds the board of a week; empty if it has been added before. */
  Optional<Long> add(long group, Period week) {
    return jdbi.withHandle(
        handle ->
            handle
                .createUpdate(
                    "INSERT INTO weekly_board (group_id, period) VALUES (:group, :period)"
                        + " ON CONFLICT DO NOTHING")
                .bind("group", group)
                .bind("period", week.key())
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .findOne());
  }

  WeeklyBoard find(long id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT id, group_id, period FROM weekly_board WHERE id = :id")
                .bind("id", id)
                .map(
                    (row, context) ->
                        new WeeklyBoard(
                            row.getLong("id"),
                            row.getLong("group_id"),
                            Period.read(row.getString("period")).orElseThrow()))
                .one());
  }
}
