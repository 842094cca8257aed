package studycoach.platform.discord.fake;

import java.time.Duration;

/**
 * Something that goes wrong with one request. A status of 0 leaves the answer as it is.
 *
 * @param delay how long the answer takes
 * @param lost whether the connection closes after the work was done and before the answer
 */
public record Fault(int status, Duration delay, boolean lost) {
  /** 429 for this request's bucket; {@code retryAfter} in whole seconds, as in Discord's header. */
  public static Fault rateLimited(Duration retryAfter) {
    return new Fault(429, retryAfter, false);
  }

  /** Answered with this status, e.g. 500 or 502, and nothing was done. */
  public static Fault status(int status) {
    return new Fault(status, Duration.ZERO, false);
  }

  /** The work is done, its answer never arrives. */
  public static Fault answerLost() {
    return new Fault(0, Duration.ZERO, true);
  }

  /** The work is done at once, its answer takes a while. */
  public static Fault slow(Duration delay) {
    return new Fault(0, delay, false);
  }
}
