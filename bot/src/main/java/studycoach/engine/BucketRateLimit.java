package studycoach.engine;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Clock;
import java.time.Duration;
import studycoach.chat.UserError;
import studycoach.chat.UserRef;

/** A bucket of actions per account, forgotten once it must be full again. */
final class BucketRateLimit implements RateLimit {
  private final LoadingCache<UserRef, Bucket> buckets;

  BucketRateLimit(int actions, Duration per, Clock clock) {
    ElapsedTime time = new ElapsedTime(clock);
    buckets =
        Caffeine.newBuilder()
            .expireAfterAccess(per)
            .ticker(time::currentTimeNanos)
            .executor(Runnable::run)
            .build(user -> bucket(actions, per, time));
  }

  @Override
  public void take(UserRef user) {
    ConsumptionProbe probe = buckets.get(user).tryConsumeAndReturnRemaining(1);
    if (!probe.isConsumed()) {
      Duration wait = Duration.ofNanos(probe.getNanosToWaitForRefill());
      long seconds = Math.max(1, wait.plusSeconds(1).minusNanos(1).toSeconds());
      throw new UserError(
          "That is a little fast. Try again in "
              + seconds
              + (seconds == 1 ? " second." : " seconds."));
    }
  }

  private static Bucket bucket(int actions, Duration per, ElapsedTime time) {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(actions).refillGreedy(actions, per))
        .withCustomTimePrecision(time)
        .build();
  }
}
