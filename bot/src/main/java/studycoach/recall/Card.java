package studycoach.recall;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * A question that a learner has answered at least once.
 *
 * @param question the caller's key
 * @param memory what the last answer left
 * @param answered the learner's day of the last answer
 * @param need what kind of answer that was
 */
public record Card(String question, Memory memory, LocalDate answered, Need need) {

  /** Whole days since the last answer; none if that day is yet to come. */
  public int age(LocalDate day) {
    return Math.toIntExact(Math.max(0, ChronoUnit.DAYS.between(answered, day)));
  }
}
