package studycoach.engine;

import java.time.Clock;
import java.time.Duration;
import studycoach.chat.UserError;
import studycoach.chat.UserRef;

/** How often one account may do something. Thread-safe. */
@FunctionalInterface
public interface RateLimit {

  /**
   * Counts one action.
   *
   * @throws UserError if there were too many lately, with the seconds to wait
   */
  void take(UserRef user);

  /**
   * So many actions at once, and so many more in each period after.
   *
   * @param clock may be set: backwards counts as no time at all
   */
  static RateLimit of(int actions, Duration per, Clock clock) {
    return new BucketRateLimit(actions, per, clock);
  }

  static RateLimit none() {
    return user -> {};
  }
}
