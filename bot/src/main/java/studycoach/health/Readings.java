package studycoach.health;

import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import studycoach.delivery.Backlog;
import studycoach.schedule.Waiting;
import studycoach.store.Database;

/**
 * Gauges of what the database knows. It is asked at most every ten seconds, however often somebody
 * looks; while it does not answer, they show that nothing is known (NaN).
 */
final class Readings implements AutoCloseable {
  static final Duration AGE = Duration.ofSeconds(10);
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final double MILLIS = 1_000;
  private static final String SECONDS = "seconds";

  private final Clock clock;
  private final Probe<Optional<Reading>> probe;
  private final AsyncLoadingCache<String, Optional<Reading>> cache;
  private volatile Optional<Reading> latest = Optional.empty();

  /**
   * @param job when the first job that waits is or was due
   */
  private record Reading(Backlog backlog, Optional<Instant> job) {}

  Readings(Database database, Clock clock, Ticker ticker) {
    this.clock = clock;
    this.probe = new Probe<>("health-readings", PATIENCE, () -> read(database));
    this.cache =
        Caffeine.newBuilder()
            .expireAfterWrite(AGE)
            .ticker(ticker)
            .buildAsync((key, executor) -> probe.take().exceptionally(failure -> Optional.empty()));
  }

  private static Optional<Reading> read(Database database) {
    return Optional.of(new Reading(Backlog.read(database.jdbi()), Waiting.first(database.jdbi())));
  }

  /** Asks the database, if the last time is long enough ago. */
  CompletableFuture<Void> renew() {
    return cache.get("").thenAccept(read -> latest = read);
  }

  void register(MeterRegistry registry) {
    Stream.of(
            gauge("coach.outbox.posts", reading -> reading.backlog().planned())
                .description("Posts that do not stand yet")
                .tag("state", "planned"),
            gauge("coach.outbox.posts", reading -> reading.backlog().sending())
                .description("Posts that do not stand yet")
                .tag("state", "sending"),
            gauge("coach.outbox.oldest", reading -> age(reading.backlog().oldest()))
                .description("How long the oldest post waits, leaving out places that are paused")
                .baseUnit(SECONDS),
            gauge("coach.outbox.paused.places", reading -> reading.backlog().paused())
                .description("Places that refuse posts"),
            gauge("coach.jobs.overdue", reading -> age(reading.job()))
                .description("How late the first job is that waits for its turn")
                .baseUnit(SECONDS))
        .forEach(gauge -> gauge.register(registry));
  }

  private Gauge.Builder<Supplier<Number>> gauge(String name, ToDoubleFunction<Reading> value) {
    return Gauge.builder(name, () -> latest.map(value::applyAsDouble).orElse(Double.NaN));
  }

  private double age(Optional<Instant> since) {
    return since
        .map(moment -> Duration.between(moment, clock.instant()).toMillis() / MILLIS)
        .filter(seconds -> seconds > 0)
        .orElse(0.0);
  }

  @Override
  public void close() {
    probe.close();
  }
}
