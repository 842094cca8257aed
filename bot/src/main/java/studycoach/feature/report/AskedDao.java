package studycoach.feature.report;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** What a group was asked, read from the kernel's tables. */
final class AskedDao {
  private final Jdbi jdbi;

  AskedDao(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** The question of a drop that a learner answered last. */
  Optional<Long> lastAnswered(long group, long learner) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT a.drop_question_id FROM"
                        + " (SELECT drop_question_id, answered_at FROM attempt"
                        + " WHERE group_id = :group AND learner_id = :learner"
                        + " UNION ALL SELECT s.drop_question_id, s.chosen_at FROM sealed_choice s"
                        + " JOIN drop_question q ON q.id = s.drop_question_id"
                        + " WHERE q.group_id = :group AND s.learner_id = :learner) a"
                        + " ORDER BY a.answered_at DESC, a.drop_question_id DESC LIMIT 1")
                .bind("group", group)
                .bind("learner", learner)
                .mapTo(Long.class)
                .findOne());
  }

  /** The question of a drop that came last. */
  Optional<Long> last(long group) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT q.id FROM drop_question q JOIN group_drop d ON d.id = q.drop_id"
                        + " WHERE q.group_id = :group AND d.state <> 'failed'"
                        + " ORDER BY d.opened_at DESC, q.id DESC LIMIT 1")
                .bind("group", group)
                .mapTo(Long.class)
                .findOne());
  }

  /** The wording of a question as a group saw it last. */
  Optional<String> version(long group, String question) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT version FROM drop_question"
                        + " WHERE group_id = :group AND question_id = :question"
                        + " ORDER BY id DESC LIMIT 1")
                .bind("group", group)
                .bind("question", question)
                .mapTo(String.class)
                .findOne());
  }

  /** The ids of all questions that a group was asked. */
  List<String> questions(long group) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT DISTINCT question_id FROM drop_question WHERE group_id = :group"
                        + " ORDER BY question_id")
                .bind("group", group)
                .mapTo(String.class)
                .list());
  }

  /** Whether a group knows the answer to a question, and is not being asked it now. */
  boolean isRevealed(long group, String question) {
    return count(group, question, "closed") > 0 && count(group, question, "open") == 0;
  }

  private long count(long group, String question, String state) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT COUNT(*) FROM drop_question q JOIN group_drop d ON d.id = q.drop_id"
                        + " WHERE q.group_id = :group AND q.question_id = :question"
                        + " AND d.state = :state")
                .bind("group", group)
                .bind("question", question)
                .bind("state", state)
                .mapTo(Long.class)
                .one());
  }
}
