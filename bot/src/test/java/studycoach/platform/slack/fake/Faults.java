package studycoach.platform.slack.fake;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The faults that wait for requests to hit. */
public final class Faults {
  private final Map<String, Deque<Fault>> waiting = new HashMap<>();

  Faults() {}

  /**
   * The next so many requests of a method meet a fault, after those that were ordered before.
   *
   * @param method e.g. {@code chat.postMessage}, or {@code response_url}
   */
  public synchronized void next(int requests, String method, Fault fault) {
    var queue = waiting.computeIfAbsent(method, m -> new ArrayDeque<>());
    for (int i = 0; i < requests; i++) {
      queue.add(fault);
    }
  }

  /** How many faults of a method were not met yet. */
  public synchronized int left(String method) {
    return waiting.getOrDefault(method, new ArrayDeque<>()).size();
  }

  synchronized Optional<Fault> take(String method) {
    return Optional.ofNullable(waiting.getOrDefault(method, new ArrayDeque<>()).poll());
  }
}
