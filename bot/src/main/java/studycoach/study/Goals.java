package studycoach.study;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/**
 * Rows of {@code learner_goal}: each is that of the account that told it. A person's goal is the
 * one that any of their accounts told last.
 */
public final class Goals {
  private static final String OF_ALL_ACCOUNTS =
      "exam = :exam AND home_learner_id IN"
          + " (SELECT home_learner_id FROM account WHERE learner_id = :learner)";

  private final Jdbi jdbi;
  private final Clock clock;

  public Goals(Jdbi jdbi, Clock clock) {
    this.jdbi = jdbi;
    this.clock = clock;
  }

  /** A learner's goal for an exam, if they have told one. */
  public Optional<Goal> of(long learner, String exam) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT exam, exam_day, days, minutes FROM learner_goal WHERE "
                        + OF_ALL_ACCOUNTS
                        + " ORDER BY told_at DESC, home_learner_id DESC")
                .bind("learner", learner)
                .bind("exam", exam)
                .map(
                    (row, context) ->
                        new Goal(
                            row.getString("exam"),
                            row.getObject("exam_day", LocalDate.class),
                            row.getInt("days"),
                            row.getInt("minutes")))
                .findFirst());
  }

  /**
   * Tells a goal, in the place of what the account has told before.
   *
   * @param home of the account that tells it
   */
  public void tell(long home, Goal goal) {
    jdbi.useTransaction(
        handle -> {
          // One at a time, so that of two at once the later one stands.
          handle
              .createQuery(
                  "SELECT learner_id FROM account WHERE home_learner_id = :home FOR UPDATE")
              .bind("home", home)
              .mapTo(Long.class)
              .one();
          handle
              .createUpdate(
                  "DELETE FROM learner_goal WHERE home_learner_id = :home AND exam = :exam")
              .bind("home", home)
              .bind("exam", goal.exam())
              .execute();
          handle
              .createUpdate(
                  "INSERT INTO learner_goal (home_learner_id, exam, exam_day, days, minutes,"
                      + " told_at) VALUES (:home, :exam, :day, :days, :minutes, :now)")
              .bind("home", home)
              .bindMethods(goal)
              .bind("now", clock.instant())
              .execute();
        });
  }

  /** Forgets what all accounts of a learner have told for an exam. */
  public void remove(long learner, String exam) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate("DELETE FROM learner_goal WHERE " + OF_ALL_ACCOUNTS)
                .bind("learner", learner)
                .bind("exam", exam)
                .execute());
  }
}
