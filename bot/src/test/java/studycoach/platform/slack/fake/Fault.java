package studycoach.platform.slack.fake;

import java.time.Duration;

/**
 * Something that goes wrong with one request. A status of 0 leaves the answer as it is.
 *
 * @param delay how long the answer takes; with 429, what {@code Retry-After} says
 * @param lost whether the connection closes after the work was done and before the answer
 */
public record Fault(int status, Duration delay, boolean lost) {
  /** 429 and nothing was done; {@code retryAfter} in whole seconds. */
  public static Fault rateLimited(Duration retryAfter) {
    return new Fault(429, retryAfter, false);
  }

  /** Answered with this status, e.g. 500 or 503, and nothing was done. */
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
