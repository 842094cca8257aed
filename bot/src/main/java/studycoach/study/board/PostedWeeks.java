package studycoach.study.board;

import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Rows of {@code weekly_board}: the weeks that are told of in posts, each once. */
public final class PostedWeeks {
  private final Jdbi jdbi;

  public PostedWeeks(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** Adds a week; empty if it has been added before. */
  public Optional<PostedWeek> add(long group, Period.Week week) {
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
                .findOne()
                .map(id -> new PostedWeek(id, group, week)));
  }

  /** The week that posts are about. */
  public PostedWeek find(long id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT id, group_id, period FROM weekly_board WHERE id = :id")
                .bind("id", id)
                .map(
                    (row, context) ->
                        new PostedWeek(
                            row.getLong("id"),
                            row.getLong("group_id"),
                            (Period.Week) Period.read(row.getString("period")).orElseThrow()))
                .one());
  }
}
