package studycoach.recall;

/**
 * What a learner's mind holds of one question right after an answer.
 *
 * @param stability days until recall has fallen to 90 %; 0.001 to 36,500
 * @param difficulty 1 (grows stable fast) to 10
 */
public record Memory(double stability, double difficulty) {
  static final double LEAST_STABILITY = 0.001;
  static final double GREATEST_STABILITY = 36_500;

  public Memory {
    // Written so that NaN is refused as well.
    if (!(stability >= LEAST_STABILITY && stability <= GREATEST_STABILITY)) {
      throw new IllegalArgumentException("stability " + stability);
    }
    if (!(difficulty >= 1 && difficulty <= 10)) {
      throw new IllegalArgumentException("difficulty " + difficulty);
    }
  }

  /** With both brought into their ranges. */
  static Memory within(double stability, double difficulty) {
    return new Memory(
        Math.min(Math.max(stability, LEAST_STABILITY), GREATEST_STABILITY),
        Math.min(Math.max(difficulty, 1), 10));
  }
}
