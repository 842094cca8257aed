package studycoach.study.link;

import static studycoach.study.link.Accounts.OF_MOVED;

import org.jdbi.v3.core.Handle;

/**
 * Answers that move with the accounts that gave them: rows of {@code attempt} and {@code
 * sealed_choice}. Those that don't count while a link lasts are kept in {@code aside_attempt} and
 * {@code aside_choice}.
 */
final class Given {
  private static final String ATTEMPT =
      "id, learner_id, group_id, drop_id, drop_question_id, question_id, version, picks, correct,"
          + " answered_at, given_by";
  private static final String CHOICE =
      "learner_id, drop_question_id, picks, correct, chosen_at, given_by";
  private static final String OF_BOTH = " IN (:kept, :merged)";

  private static final String KEEP_CHOICES =
      "INSERT INTO aside_choice (link_id, "
          + CHOICE
          + ") SELECT :id, "
          + CHOICE
          + " FROM sealed_choice WHERE learner_id"
          + OF_BOTH;

  /** The first attempt counts. */
  private static final String KEEP_LATER_ATTEMPTS =
      "INSERT INTO aside_attempt (link_id, "
          + ATTEMPT
          + ") SELECT :id, "
          + ATTEMPT
          + " FROM attempt a WHERE a.learner_id"
          + OF_BOTH
          + " AND EXISTS (SELECT 1 FROM attempt b WHERE b.learner_id"
          + OF_BOTH
          + " AND b.drop_question_id = a.drop_question_id AND (b.answered_at < a.answered_at"
          + " OR (b.answered_at = a.answered_at AND b.id < a.id)))";

  /** The last choice counts. */
  private static final String REMOVE_EARLIER_CHOICES =
      "DELETE FROM sealed_choice WHERE learner_id"
          + OF_BOTH
          + " AND EXISTS (SELECT 1 FROM aside_choice c WHERE c.link_id = :id"
          + " AND c.drop_question_id = sealed_choice.drop_question_id"
          + " AND (c.chosen_at > sealed_choice.chosen_at"
          + " OR (c.chosen_at = sealed_choice.chosen_at"
          + " AND c.learner_id > sealed_choice.learner_id)))";

  /** What was answered for good is not under seal. */
  private static final String REMOVE_ANSWERED_CHOICES =
      "DELETE FROM sealed_choice WHERE learner_id = :kept AND drop_question_id IN"
          + " (SELECT drop_question_id FROM attempt WHERE learner_id = :kept)";

  /** Unless that account has chosen anew, or answered for good. */
  private static final String RETURN_CHOICES =
      "INSERT INTO sealed_choice ("
          + CHOICE
          + ") SELECT c.learner_id, c.drop_question_id, c.picks,"
          + " c.correct, c.chosen_at, c.given_by FROM aside_choice c"
          + " JOIN drop_question q ON q.id = c.drop_question_id"
          + " JOIN group_drop d ON d.id = q.drop_id WHERE c.link_id = :id AND d.state = 'open'"
          + " AND NOT EXISTS (SELECT 1 FROM attempt a WHERE a.learner_id = c.learner_id"
          + " AND a.drop_question_id = c.drop_question_id)"
          + " ON CONFLICT DO NOTHING";

  /** What would have come into the log when its window closed. */
  private static final String UNSEAL_CHOICES =
      "INSERT INTO attempt (learner_id, group_id, drop_id, drop_question_id, question_id, version,"
          + " picks, correct, answered_at, given_by) SELECT c.learner_id, q.group_id, q.drop_id,"
          + " q.id, q.question_id, q.version, c.picks, c.correct, c.chosen_at, c.given_by"
          + " FROM aside_choice c JOIN drop_question q ON q.id = c.drop_question_id"
          + " JOIN group_drop d ON d.id = q.drop_id WHERE c.link_id = :id AND d.state <> 'open'"
          + " ORDER BY c.chosen_at, c.learner_id ON CONFLICT DO NOTHING";

  private Given() {}

  static void join(Handle handle, Link link) {
    Accounts.execute(
        handle,
        link,
        KEEP_CHOICES,
        KEEP_LATER_ATTEMPTS,
        "DELETE FROM attempt WHERE id IN (SELECT id FROM aside_attempt WHERE link_id = :id)",
        "UPDATE attempt SET learner_id = :kept WHERE learner_id = :merged",
        REMOVE_EARLIER_CHOICES,
        "UPDATE sealed_choice SET learner_id = :kept WHERE learner_id = :merged",
        REMOVE_ANSWERED_CHOICES);
  }

  static void part(Handle handle, Link link) {
    Accounts.execute(
        handle,
        link,
        "UPDATE attempt SET learner_id = :merged WHERE learner_id = :kept AND given_by" + OF_MOVED,
        "INSERT INTO attempt ("
            + ATTEMPT
            + ") SELECT "
            + ATTEMPT
            + " FROM aside_attempt WHERE link_id = :id",
        "UPDATE sealed_choice SET learner_id = :merged WHERE learner_id = :kept AND given_by"
            + OF_MOVED,
        RETURN_CHOICES,
        UNSEAL_CHOICES,
        "DELETE FROM aside_attempt WHERE link_id = :id",
        "DELETE FROM aside_choice WHERE link_id = :id");
  }
}
