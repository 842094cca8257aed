package studycoach.pack.guess;

import java.util.stream.DoubleStream;
import org.apache.commons.statistics.interval.BinomialConfidenceInterval;
import org.apache.commons.statistics.interval.Interval;

/**
 * What a guesser scores.
 *
 * @param guesser what it goes by
 * @param score the mean over all items, 0 to 1
 * @param low the lower end of the 95 % interval
 * @param high the upper end
 * @param aboveChance the score less that of blind guesses on the same items; negative if below
 */
record Estimate(String guesser, double score, double low, double high, double aboveChance) {
  private static final double ERROR_RATE = 0.05;

  /**
   * Wilson's interval, for which the score is rounded to whole items.
   *
   * @param scores of at least one item
   */
  static Estimate of(String guesser, double[] scores, double chance) {
    double sum = DoubleStream.of(scores).sum();
    Interval interval =
        BinomialConfidenceInterval.WILSON_SCORE.fromErrorRate(
            scores.length, (int) Math.round(sum), ERROR_RATE);
    double score = sum / scores.length;
    return new Estimate(
        guesser, score, interval.getLowerBound(), interval.getUpperBound(), score - chance);
  }
}
