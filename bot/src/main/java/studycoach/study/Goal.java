package studycoach.study;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * When a learner takes an exam, and how much they study until then.
 *
 * @param exam its code
 * @param day of the exam, in the learner's own zone
 * @param days of study a week, 1 to 7
 * @param minutes of study on such a day, 5 to 240
 */
public record Goal(String exam, LocalDate day, int days, int minutes) {
  public static final int LEAST_MINUTES = 5;
  public static final int MOST_MINUTES = 240;
  public static final int WEEK = 7;

  /**
   * How long a question takes with its reasons. Exams leave 83 (AIF-C01) to 166 seconds (MLS-C01)
   * for one; what was seen before is answered faster than that, and what this saves is spent on
   * reading.
   */
  private static final int SECONDS_A_QUESTION = 90;

  public Goal {
    if (days < 1 || days > WEEK || minutes < LEAST_MINUTES || minutes > MOST_MINUTES) {
      throw new IllegalArgumentException(days + " days a week, " + minutes + " minutes");
    }
  }

  /** How many questions fit into a day of study. */
  public int questions() {
    return minutes * 60 / SECONDS_A_QUESTION;
  }

  /** Days from a day to that of the exam; negative after it. */
  public long daysLeft(LocalDate today) {
    return ChronoUnit.DAYS.between(today, day);
  }

  /** How many days of study are left, rounded up; none from the day of the exam on. */
  public long studyDaysLeft(LocalDate today) {
    return Math.max(0, (daysLeft(today) * days + WEEK - 1) / WEEK);
  }
}
