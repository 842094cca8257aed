package studycoach.study.board;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Points that were given, read from {@code point_grant}. */
public final class Points {
  private final Jdbi jdbi;

  public Points(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * Points given for an answer.
   *
   * @param day the one for which they count
   * @param rule the version of the rule that gave them
   */
  public record Grant(long points, int rule, String question, String domain, LocalDate day) {}

  /**
   * What a learner has got in a group, the latest first.
   *
   * @param offset how many come before, 0 or more
   * @param most how many
   */
  public List<Grant> of(long group, long learner, int offset, int most) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT g.points, g.rule, g.question_id, q.domain, d.local_day"
                        + " FROM point_grant g JOIN attempt a ON a.id = g.attempt_id"
                        + " JOIN drop_question q ON q.id = a.drop_question_id"
                        + " JOIN group_drop d ON d.id = a.drop_id"
                        + " WHERE g.learner_id = :learner AND a.group_id = :group"
                        + " ORDER BY d.opened_at DESC, a.id DESC LIMIT :most OFFSET :skip")
                .bind("learner", learner)
                .bind("group", group)
                .bind("most", most)
                .bind("skip", offset)
                .map(
                    (row, context) ->
                        new Grant(
                            row.getLong("points"),
                            row.getInt("rule"),
                            row.getString("question_id"),
                            row.getString("domain"),
                            row.getObject("local_day", LocalDate.class)))
                .list());
  }

  /** The points of a learner's answer to a question of a drop; empty if it has given none. */
  public Optional<Long> forAnswer(long learner, long dropQuestion) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT g.points FROM point_grant g JOIN attempt a ON a.id = g.attempt_id"
                        + " WHERE a.learner_id = :learner AND a.drop_question_id = :question")
                .bind("learner", learner)
                .bind("question", dropQuestion)
                .mapTo(Long.class)
                .findOne());
  }
}
