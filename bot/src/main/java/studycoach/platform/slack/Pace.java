package studycoach.platform.slack;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import java.time.Duration;

/** Keeps to one message in a second and channel. Thread-safe. */
final class Pace {
  /** A little more than a second, for what a network does to the distance of two requests. */
  private static final Duration EVERY = Duration.ofMillis(1_020);

  /**
   * What is left of a wait when a thread is given to it, rather than the post put off: as long as
   * jobs that were put off may come late.
   */
  private static final Duration SHORT = Duration.ofMillis(120);

  private final LoadingCache<String, Bucket> channels =
      Caffeine.newBuilder().expireAfterAccess(Duration.ofMinutes(1)).build(channel -> bucket());

  private static Bucket bucket() {
    return Bucket.builder().addLimit(limit -> limit.capacity(1).refillGreedy(1, EVERY)).build();
  }

  /** How long to put a message off; zero if it may be sent after {@link #await}. */
  Duration putOff(String channel) {
    long nanos = channels.get(channel).estimateAbilityToConsume(1).getNanosToWaitForRefill();
    Duration wait = Duration.ofNanos(nanos).minus(SHORT);
    return wait.isNegative() ? Duration.ZERO : wait;
  }

  /** Waits until a message may be sent, which is taken as sent. */
  void await(String channel) {
    channels.get(channel).asBlocking().consumeUninterruptibly(1);
  }
}
