package studycoach.platform.discord.fake;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The faults that wait for requests to hit. */
public final class Faults {
  private final Map<Kind, Deque<Fault>> waiting = new EnumMap<>(Kind.class);

  Faults() {}

  /** The next so many requests of a kind meet a fault, after those that were ordered before. */
  public synchronized void next(int requests, Kind kind, Fault fault) {
    var queue = waiting.computeIfAbsent(kind, k -> new ArrayDeque<>());
    for (int i = 0; i < requests; i++) {
      queue.add(fault);
    }
  }

  /** How many faults of a kind were not met yet. */
  public synchronized int left(Kind kind) {
    return waiting.getOrDefault(kind, new ArrayDeque<>()).size();
  }

  synchronized Optional<Fault> take(Kind kind) {
    return Optional.ofNullable(waiting.getOrDefault(kind, new ArrayDeque<>()).poll());
  }
}
