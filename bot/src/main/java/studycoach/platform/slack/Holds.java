package studycoach.platform.slack;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The methods that a workspace wants to be left alone with, and for how long. Thread-safe. */
final class Holds {
  private final Map<String, Long> until = new ConcurrentHashMap<>();
  private final Ticker ticker;

  Holds(Ticker ticker) {
    this.ticker = ticker;
  }

  void add(String method, Duration wait) {
    until.merge(method, ticker.read() + wait.toNanos(), Math::max);
  }

  /** How long a method is to be left alone; zero if it may be called. */
  Duration of(String method) {
    long left = until.getOrDefault(method, Long.MIN_VALUE) - ticker.read();
    if (!until.containsKey(method)) {
      return Duration.ZERO;
    }
    if (left <= 0) {
      until.remove(method);
      return Duration.ZERO;
    }
    return Duration.ofNanos(left);
  }
}
