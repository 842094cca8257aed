package studycoach.engine;

import java.time.Clock;
import java.time.Duration;
import studycoach.chat.Origin;
import studycoach.chat.UserError;

/**
 * How often something may be done: by one account, in one channel, in one workspace. Thread-safe.
 *
 * <p>A channel holds a whole class: 600 people who answer in the same second, or who put an
 * ordering together in the same minute by ten presses each, must get through. So what a channel may
 * do is set far above what its people usually do, and yet below what one process answers (hundreds
 * of actions in a second), so that the other channels have room.
 */
@FunctionalInterface
public interface RateLimit {

  /**
   * Counts one action. What is refused by the person's own limit isn't counted in the channel, so
   * nobody uses up the channel alone.
   *
   * @throws UserError if there were too many lately, with the seconds to wait
   */
  void take(Origin origin);

  /**
   * So many actions at once, and so many more in each period after. A direct message has no
   * channel.
   *
   * @param person for each account
   * @param channel for each channel
   * @param workspace for each workspace or server
   * @param clock may be set: backwards counts as no time at all
   */
  static RateLimit of(int person, int channel, int workspace, Duration per, Clock clock) {
    return new BucketRateLimit(person, channel, workspace, per, clock);
  }

  static RateLimit none() {
    return origin -> {};
  }
}
