package studycoach.platform.discord;

import io.github.bucket4j.Bucket;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Keeps the bot below Discord's 50 requests in a second. It stands behind JDA, right before the
 * network, so that what JDA repeats, or has held back after a 429, is paced too. Answers to
 * interactions don't count among the 50 and never wait.
 */
final class Pacer implements Interceptor {
  private static final int PER_SECOND = 47;
  private static final Set<String> ANSWERS = Set.of("interactions", "webhooks");

  private final Bucket bucket;

  /**
   * @param processes how many share the bot's limit, each with its part
   */
  Pacer(int processes) {
    this.bucket =
        Bucket.builder()
            .addLimit(
                limit -> limit.capacity(1).refillGreedy(PER_SECOND, Duration.ofSeconds(processes)))
            .build();
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    List<String> path = chain.request().url().pathSegments();
    if (path.stream().noneMatch(ANSWERS::contains)) {
      bucket.asBlocking().consumeUninterruptibly(1);
    }
    return chain.proceed(chain.request());
  }
}
