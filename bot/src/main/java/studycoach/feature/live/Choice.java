package studycoach.feature.live;

import java.time.Duration;
import java.time.Instant;

/**
 * What a player chose last in a question whose time is up.
 *
 * @param onBoard whether they are named where others see it
 * @param at when they chose it: from {@code opened} on, before {@code closes}
 * @param closes when the time was to be up, though all may have answered before
 */
record Choice(
    long learner, boolean onBoard, boolean right, Instant opened, Instant at, Instant closes) {
  private static final int RIGHT = 100;
  private static final int FASTEST = 20;

  /**
   * The game's own points: 100 if it is right, and of 20 more the share of the time that was left
   * then, rounded down; 0 if it is wrong. So speed only tells among the right.
   */
  int points() {
    long whole = Duration.between(opened, closes).toMillis();
    long left = Math.max(0, Math.min(whole, Duration.between(at, closes).toMillis()));
    return right ? RIGHT + Math.toIntExact(FASTEST * left / whole) : 0;
  }
}
