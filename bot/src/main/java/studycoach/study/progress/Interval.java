package studycoach.study.progress;

import org.apache.commons.statistics.interval.BinomialConfidenceInterval;
import studycoach.study.draw.Accuracy;

/**
 * Where the true share of right answers lies in 19 of 20 cases.
 *
 * @param low 0 to 1
 * @param high {@code low} to 1
 */
public record Interval(double low, double high) {
  private static final double ERROR_RATE = 0.05;

  /**
   * The Wilson score interval (E. B. Wilson, 1927), which holds for few answers too.
   *
   * @throws IllegalArgumentException if there are no answers
   */
  public static Interval of(Accuracy accuracy) {
    var wilson =
        BinomialConfidenceInterval.WILSON_SCORE.fromErrorRate(
            Math.toIntExact(accuracy.answered()), Math.toIntExact(accuracy.right()), ERROR_RATE);
    // The library's bounds may be beyond 0 or 1 by a rounding error.
    return new Interval(Math.max(0, wilson.getLowerBound()), Math.min(1, wilson.getUpperBound()));
  }
}
