package studycoach.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studycoach.chat.ChatAdapter;
import studycoach.chat.ChatException;
import studycoach.chat.Destination;

/**
 * Lets lanes be worked on, unless their platform has asked us to wait. Thread-safe once started.
 */
final class Turns {
  private static final Logger LOG = LoggerFactory.getLogger(Turns.class);
  private static final Duration LEAST_WAIT = Duration.ofSeconds(5);

  private final Lanes lanes;
  private final Clock clock;
  private final Map<String, ChatAdapter> adapters = new HashMap<>();

  /** Until when a lane is to be left alone. */
  private final Map<Long, Instant> waits = new ConcurrentHashMap<>();

  Turns(Lanes lanes, Clock clock) {
    this.lanes = lanes;
    this.clock = clock;
  }

  /** What is to be done about a lane. */
  @FunctionalInterface
  interface Work {
    /** Returns when to go on, if something is left to do. */
    Optional<Instant> on(ChatAdapter adapter, long lane, Destination to);
  }

  void add(ChatAdapter adapter) {
    adapters.put(adapter.platform(), adapter);
  }

  Set<String> platforms() {
    return adapters.keySet();
  }

  /** All queues that can be worked on here. */
  Stream<String> queues() {
    return adapters.values().stream()
        .flatMap(
            adapter ->
                Stream.concat(
                    Stream.of(adapter.platform()),
                    adapter.shares().stream().map(share -> queue(adapter.platform(), share))));
  }

  /**
   * The queue of a lane: its platform's, or that of a share of the platform. A process that has not
   * the platform knows no shares, so what it leaves in the platform's queue is put into the other
   * by who has.
   */
  String queue(long lane) {
    Destination to = lanes.destination(lane);
    return Optional.ofNullable(adapters.get(to.platform()))
        .flatMap(adapter -> adapter.share(to))
        .map(share -> queue(to.platform(), share))
        .orElse(to.platform());
  }

  private static String queue(String platform, String share) {
    return platform + " " + share;
  }

  /** Works on a lane of a queue of ours; what the platform can't take now is tried again later. */
  Optional<Instant> take(long lane, Work work) {
    Destination to = lanes.destination(lane);
    ChatAdapter adapter = Objects.requireNonNull(adapters.get(to.platform()));
    Instant wait = waits.getOrDefault(lane, Instant.MIN);
    if (wait.isAfter(clock.instant())) {
      return Optional.of(wait);
    }
    try {
      return work.on(adapter, lane, to);
    } catch (ChatException e) {
      LOG.warn("Posting to {} has to wait: {}", to.platform(), e.getMessage());
      Duration asked = e.retryAfter().compareTo(LEAST_WAIT) > 0 ? e.retryAfter() : LEAST_WAIT;
      Instant later = clock.instant().plus(asked);
      waits.put(lane, later);
      return Optional.of(later);
    }
  }
}
