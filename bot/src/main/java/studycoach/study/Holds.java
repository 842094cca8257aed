package studycoach.study;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/**
 * Rows of {@code held_question}: questions that are not drawn for a group until they are released.
 * A drop that is open with one goes on.
 */
public final class Holds {
  private final Jdbi jdbi;
  private final Clock clock;

  public Holds(Jdbi jdbi, Clock clock) {
    this.jdbi = jdbi;
    this.clock = clock;
  }

  /**
   * Holds a question.
   *
   * @param home of the account that asks for it
   * @return false if it is held already
   */
  public boolean hold(long group, String question, long home) {
    return jdbi.withHandle(
            handle ->
                handle
                    .createUpdate(
                        "INSERT INTO held_question (group_id, question_id, held_by, held_at)"
                            + " VALUES (:group, :question, :learner, :now) ON CONFLICT DO NOTHING")
                    .bind("group", group)
                    .bind("question", question)
                    .bind("learner", home)
                    .bind("now", clock.instant())
                    .execute())
        == 1;
  }

  /**
   * Lets a question be drawn again.
   *
   * @return false if it was not held
   */
  public boolean release(long group, String question) {
    return jdbi.withHandle(
            handle ->
                handle
                    .createUpdate(
                        "DELETE FROM held_question"
                            + " WHERE group_id = :group AND question_id = :question")
                    .bind("group", group)
                    .bind("question", question)
                    .execute())
        == 1;
  }

  /** What a group holds, the longest held first. */
  public List<Hold> of(long group) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT question_id, held_by, held_at FROM held_question"
                        + " WHERE group_id = :group ORDER BY held_at, question_id")
                .bind("group", group)
                .map(
                    (row, context) ->
                        new Hold(
                            row.getString("question_id"),
                            row.getLong("held_by"),
                            Moments.read(row, "held_at")))
                .list());
  }

  /** The hold of a question, if the group holds it. */
  public Optional<Hold> of(long group, String question) {
    return of(group).stream().filter(hold -> hold.question().equals(question)).findFirst();
  }
}
