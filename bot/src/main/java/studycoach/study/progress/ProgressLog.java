package studycoach.study.progress;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import studycoach.pack.Bank;

/**
 * Progress of learners, derived from the log of attempts whenever somebody asks. Answers under seal
 * are not in the log, so it tells nothing of them.
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
   * How a learner does in an exam, by their answers in all groups.
   *
   * @return empty if there is no pack for the exam
   */
  public Optional<Progress> of(String exam, long learner) {
    return bank.get().pack(exam).map(pack -> Progress.of(pack, answers(learner), clock.instant()));
  }

  private List<Answered> answers(long learner) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT question_id, correct, answered_at FROM attempt"
                        + " WHERE learner_id = :learner")
                .bind("learner", learner)
                .map(
                    (row, context) ->
                        new Answered(
                            row.getString("question_id"),
                            row.getBoolean("correct"),
                            row.getObject("answered_at", OffsetDateTime.class).toInstant()))
                .list());
  }
}
