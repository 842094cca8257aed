package studycoach.study.progress;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import studycoach.pack.Bank;
import studycoach.recall.Confidence;

/**
 * Progress of learners, derived from the logs of attempts, those in drops and those in practice,
 * whenever somebody asks. Answers under seal are not in the log, so it tells nothing of them.
 */
public final class ProgressLog {
  private final Jdbi jdbi;
  private final Supplier<Bank> bank;
  private final Clock clock;

  public ProgressLog(Jdbi jdbi, Supplier<Bank> bank, Clock clock) {
    this.jdbi = jdbi;
    this.bank = bank;
    this.clock = clock;
  }

  /**
   * How a learner does in an exam, by their answers in all groups and in practice.
   *
   * @return empty if there is no pack for the exam
   */
  public Optional<Progress> of(String exam, long learner) {
    return bank.get().pack(exam).map(pack -> Progress.of(pack, answers(learner), clock.instant()));
  }

  /** All answers of a learner, in no order. */
  public List<Answered> answers(long learner) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT question_id, correct, 'think' AS confidence, answered_at FROM attempt"
                        + " WHERE learner_id = :learner UNION ALL"
                        + " SELECT p.question_id, p.correct, COALESCE(p.confidence, 'think'),"
                        + " p.answered_at FROM practice_attempt p"
                        + " JOIN account a ON a.home_learner_id = p.home_learner_id"
                        + " WHERE a.learner_id = :learner")
                .bind("learner", learner)
                .map(
                    (row, context) ->
                        new Answered(
                            row.getString("question_id"),
                            row.getBoolean("correct"),
                            Confidence.valueOf(
                                row.getString("confidence").toUpperCase(Locale.ROOT)),
                            row.getObject("answered_at", OffsetDateTime.class).toInstant()))
                .list());
  }
}
