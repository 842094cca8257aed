package studycoach.traffic;

import com.github.benmanes.caffeine.cache.stats.StatsCounter;
import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.cache.CaffeineStatsCounter;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import studycoach.chat.Incoming;

/** What is measured of one platform, the same for each. Thread-safe. */
public final class Traffic {
  /** Both platforms want to hear of it within three seconds. */
  private static final Duration[] ACKNOWLEDGEMENT =
      millis(25, 50, 100, 250, 500, 1_000, 2_000, 3_000);

  private static final Duration[] ANSWER =
      millis(50, 100, 250, 500, 1_000, 2_000, 3_000, 5_000, 10_000);

  private final MeterRegistry registry;
  private final String platform;
  private final Map<Kind, Timer> acknowledgements;
  private final Map<Kind, Timer> answers;
  private final Counter tooMany;
  private final Counter reconnects;

  /** What somebody did. */
  public enum Kind {
    /** A command, however it was typed. */
    COMMAND,
    /** A button or a select. */
    CLICK,
    FORM,
    /** Something of which the platform does not tell at once what it is. */
    EVENT;

    public static Kind of(Incoming incoming) {
      if (incoming instanceof Incoming.Click) {
        return CLICK;
      }
      return incoming instanceof Incoming.ModalSubmit ? FORM : COMMAND;
    }
  }

  public Traffic(MeterRegistry registry, String platform) {
    this.registry = registry;
    this.platform = platform;
    this.acknowledgements =
        timers(
            "coach.acknowledgement",
            "From hearing of what somebody did until the platform has our acknowledgement",
            ACKNOWLEDGEMENT);
    this.answers =
        timers(
            "coach.answer",
            "From hearing of what somebody did until the platform has our answer",
            ANSWER);
    this.tooMany = counter("coach.too.many.requests", "Answers 429: requests that came too fast");
    this.reconnects = counter("coach.reconnects", "Connections that came in place of lost ones");
  }

  private static Duration[] millis(long... millis) {
    return LongStream.of(millis).mapToObj(Duration::ofMillis).toArray(Duration[]::new);
  }

  private Map<Kind, Timer> timers(String name, String description, Duration... buckets) {
    Map<Kind, Timer> timers = new EnumMap<>(Kind.class);
    for (Kind kind : Kind.values()) {
      timers.put(
          kind,
          Timer.builder(name)
              .description(description)
              .tag("platform", platform)
              .tag("kind", kind.name().toLowerCase(Locale.ROOT))
              .serviceLevelObjectives(buckets)
              .register(registry));
    }
    return timers;
  }

  private Counter counter(String name, String description) {
    return Counter.builder(name)
        .description(description)
        .tag("platform", platform)
        .register(registry);
  }

  /** The time that goes by since something was heard of. */
  public final class Watch {
    private final Kind kind;
    private final long start = clock().monotonicTime();

    private Watch(Kind kind) {
      this.kind = kind;
    }

    /** The platform has our acknowledgement. */
    public void acknowledged() {
      record(acknowledgements);
    }

    /** The platform has our answer. */
    public void answered() {
      record(answers);
    }

    private void record(Map<Kind, Timer> timers) {
      Timer timer = timers.get(kind);
      if (timer != null) {
        timer.record(clock().monotonicTime() - start, TimeUnit.NANOSECONDS);
      }
    }
  }

  private Clock clock() {
    return registry.config().clock();
  }

  /** Something was heard of just now. */
  public Watch watch(Kind kind) {
    return new Watch(kind);
  }

  /** The platform says that we are too fast. */
  public void tooMany() {
    tooMany.increment();
  }

  /** A connection came in place of a lost one. */
  public void reconnected() {
    reconnects.increment();
  }

  /** Counts for a cache; caches of the same name are counted together. */
  public StatsCounter cache(String name) {
    return new CaffeineStatsCounter(registry, platform + "_" + name);
  }
}
