package studycoach.engine;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import studycoach.chat.UserError;

/** A bucket of actions for each key, forgotten once it must be full again. Thread-safe. */
final class Buckets<K> {
  /** About 30 MB; more can't be heard within a period. */
  private static final int MOST = 100_000;

  private final LoadingCache<K, Bucket> buckets;
  private final String refusal;

  /**
   * @param refusal a sentence, before the one that tells how long to wait
   */
  Buckets(int actions, Duration per, ElapsedTime time, String refusal) {
    this.refusal = refusal;
    this.buckets =
        Caffeine.newBuilder()
            .expireAfterAccess(per)
            .maximumSize(MOST)
            .ticker(time::currentTimeNanos)
            .executor(Runnable::run)
            .build(key -> bucket(actions, per, time));
  }

  /**
   * Takes one action out of the key's bucket.
   *
   * @throws UserError if it is empty
   */
  void take(K key) {
    ConsumptionProbe probe = buckets.get(key).tryConsumeAndReturnRemaining(1);
    if (!probe.isConsumed()) {
      Duration wait = Duration.ofNanos(probe.getNanosToWaitForRefill());
      long seconds = Math.max(1, wait.plusSeconds(1).minusNanos(1).toSeconds());
      throw new UserError(
          "%s Try again in %d %s."
              .formatted(refusal, seconds, seconds == 1 ? "second" : "seconds"));
    }
  }

  private static Bucket bucket(int actions, Duration per, ElapsedTime time) {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(actions).refillGreedy(actions, per))
        .withCustomTimePrecision(time)
        .build();
  }
}
