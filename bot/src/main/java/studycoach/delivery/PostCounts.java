package studycoach.delivery;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Collection;

/** Counts what becomes of posts, by platform and kind. */
final class PostCounts {
  private final MeterRegistry registry;

  PostCounts(MeterRegistry registry) {
    this.registry = registry;
  }

  /** Lets all counters begin at zero, so that the first of each is seen as one more. */
  void begin(Collection<String> platforms, Collection<String> kinds) {
    for (String platform : platforms) {
      for (String kind : kinds) {
        counter("coach.posts.sent", platform, kind);
        counter("coach.posts.refused", platform, kind);
      }
    }
  }

  void sent(String platform, String kind) {
    counter("coach.posts.sent", platform, kind).increment();
  }

  /** Once for each try. */
  void refused(String platform, String kind) {
    counter("coach.posts.refused", platform, kind).increment();
  }

  private Counter counter(String name, String platform, String kind) {
    return registry.counter(name, "platform", platform, "kind", kind);
  }
}
