package studycoach.feature.retrospective;

import java.time.Duration;
import java.time.Instant;

/**
 * Somebody on the board who answered in a week, and had answered in the group before.
 *
 * @param last the latest answer before those of the week
 * @param again the first one of the week
 */
record Comeback(long learner, Instant last, Instant again) {
  private static final Duration LONG = Duration.ofDays(14);

  /** Whether they were away for two weeks or more. */
  boolean isOne() {
    return Duration.between(last, again).compareTo(LONG) >= 0;
  }

  long weeks() {
    return Duration.between(last, again).toDays() / 7;
  }
}
