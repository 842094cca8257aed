package studycoach.feature.retrospective;

import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import studycoach.study.board.Period;

/** Rows of {@code retrospective}. */
final class RetrospectiveDao {
  private final Jdbi jdbi;

  RetrospectiveDao(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** Adds that of a week; empty if it has been added before. */
  Optional<Long> add(long group, Period.Week week) {
    return jdbi.withHandle(
        handle ->
            handle
                .createUpdate(
                    "INSERT INTO retrospective (group_id, period) VALUES (:group, :period)"
                        + " ON CONFLICT DO NOTHING")
                .bind("group", group)
                .bind("period", week.key())
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .findOne());
  }

  Retrospective find(long id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT id, group_id, period FROM retrospective WHERE id = :id")
                .bind("id", id)
                .map(
                    (row, context) ->
                        new Retrospective(
                            row.getLong("id"),
                            row.getLong("group_id"),
                            (Period.Week) Period.read(row.getString("period")).orElseThrow()))
                .one());
  }
}
