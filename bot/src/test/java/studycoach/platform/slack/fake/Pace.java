package studycoach.platform.slack.fake;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** So many requests in a sliding window of real time. */
final class Pace {
  private final Deque<Long> taken = new ArrayDeque<>();
  private final int limit;
  private final Duration window;

  Pace(int limit, Duration window) {
    this.limit = limit;
    this.window = window;
  }

  /** Whether one more request fits now; it counts if it does. */
  synchronized boolean take() {
    long now = System.nanoTime();
    while (!taken.isEmpty() && now - taken.getFirst() >= window.toNanos()) {
      taken.removeFirst();
    }
    return taken.size() < limit && taken.add(now);
  }

  /** Until the oldest counted request leaves the window. */
  synchronized Duration reset() {
    return taken.isEmpty()
        ? Duration.ZERO
        : window.minusNanos(System.nanoTime() - taken.getFirst());
  }
}
