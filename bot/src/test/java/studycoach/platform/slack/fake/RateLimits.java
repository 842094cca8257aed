package studycoach.platform.slack.fake;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Slack's limits: one new message a second and channel, and so many calls a minute of each method
 * and workspace.
 */
public final class RateLimits {
  /** A second, less 5 % for what a network does to a sender that keeps to it. */
  private static final Duration SECOND = Duration.ofMillis(950);

  private final Map<String, Pace> paces = new ConcurrentHashMap<>();
  private final AtomicInteger refused = new AtomicInteger();
  private volatile double factor = 1;
  private volatile boolean off;
  private volatile int inWorkspace = Integer.MAX_VALUE;

  RateLimits() {}

  /** Nothing is refused from now on. */
  public void off() {
    off = true;
  }

  /** Everything per minute is taken so many times as often; a channel's second stays. */
  public void times(double more) {
    factor = more;
    paces.clear();
  }

  /** How many new messages a workspace takes in a minute; by default any number. */
  public void inWorkspace(int messages) {
    inWorkspace = messages;
    paces.clear();
  }

  /** How many requests went beyond a limit. */
  public int refused() {
    return refused.get();
  }

  /** The refusal, if a call of this method goes beyond its limit. */
  Optional<Answer> refuse(FakeWorkspace workspace, ApiMethod method, String channel) {
    if (off) {
      return Optional.empty();
    }
    if (method.name().equals("chat.postMessage")) {
      return take(workspace.teamId() + " all", inWorkspace, Duration.ofMinutes(1))
          .or(() -> take(workspace.teamId() + " " + channel, 1, SECOND));
    }
    int limit = (int) Math.max(1, method.perMinute() * factor);
    return method.perMinute() == ApiMethod.ANY
        ? Optional.empty()
        : take(workspace.teamId() + " " + method.name(), limit, Duration.ofMinutes(1));
  }

  private Optional<Answer> take(String key, int limit, Duration window) {
    if (limit == Integer.MAX_VALUE) {
      return Optional.empty();
    }
    Pace pace = paces.computeIfAbsent(key, k -> new Pace(limit, window));
    if (pace.take()) {
      return Optional.empty();
    }
    refused.incrementAndGet();
    return Optional.of(Answer.rateLimited(pace.reset()));
  }
}
