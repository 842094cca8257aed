package studycoach.study.progress;

import java.util.Optional;
import studycoach.study.draw.Accuracy;

/** Whether somebody gets better. */
public enum Trend {
  UP,
  LEVEL,
  DOWN;

  private static final int FEWEST = 3;
  private static final long SAME_PERCENT = 5;

  /**
   * Compares the shares of right answers of two times; up to 5 percentage points are no change.
   *
   * @return empty if one of them has fewer than 3 answers
   */
  public static Optional<Trend> between(Accuracy before, Accuracy after) {
    if (before.answered() < FEWEST || after.answered() < FEWEST) {
      return Optional.empty();
    }
    // In whole numbers, since the shares themselves are not exact.
    long rise = after.right() * before.answered() - before.right() * after.answered();
    if (Math.abs(rise) * 100 <= SAME_PERCENT * before.answered() * after.answered()) {
      return Optional.of(LEVEL);
    }
    return Optional.of(rise > 0 ? UP : DOWN);
  }
}
