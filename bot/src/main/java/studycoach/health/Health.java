package studycoach.health;

import com.github.benmanes.caffeine.cache.Ticker;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import studycoach.chat.ChatAdapter;
import studycoach.config.Settings;
import studycoach.config.SettingsException;
import studycoach.pack.Bank;
import studycoach.store.Database;

/** Answers {@code /healthz}, {@code /readyz} and {@code /metrics}. */
public final class Health implements AutoCloseable {
  private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

  private final PrometheusMeterRegistry registry;
  private final Readings readings;
  private final Readiness readiness;
  private final JvmGcMetrics collections = new JvmGcMetrics();
  private final HealthServer server;

  /**
   * Opens the port.
   *
   * @param registry what it shows; gets what is the process's own, the database's and the packs'
   * @param working whether due jobs are begun
   * @throws SettingsException if the port is taken
   */
  public Health(
      Settings.Health settings,
      PrometheusMeterRegistry registry,
      Database database,
      Supplier<Bank> bank,
      List<ChatAdapter> adapters,
      BooleanSupplier working,
      Clock clock) {
    this.registry = registry;
    this.readings = new Readings(database, clock, Ticker.systemTicker());
    this.readiness = new Readiness(database, bank, adapters);
    Liveness liveness = new Liveness(working);
    this.server =
        HealthServer.open(
            settings.host(),
            settings.port(),
            Map.of(
                "/healthz", liveness::page,
                "/readyz", readiness::page,
                "/metrics", this::metrics));
    database.measure(registry);
    readings.register(registry);
    process();
    packs(registry, bank);
    adapters.forEach(adapter -> connected(registry, adapter));
  }

  private void process() {
    List.of(
            new ClassLoaderMetrics(),
            new JvmMemoryMetrics(),
            new JvmThreadMetrics(),
            new ProcessorMetrics(),
            new UptimeMetrics(),
            new FileDescriptorMetrics(),
            collections)
        .forEach(meters -> meters.bindTo(registry));
  }

  private static void packs(MeterRegistry registry, Supplier<Bank> bank) {
    Gauge.builder("coach.packs", () -> bank.get().packs().size())
        .description("Packs that are served")
        .register(registry);
    Gauge.builder(
            "coach.questions",
            () -> bank.get().packs().stream().mapToInt(pack -> pack.questions().size()).sum())
        .description("Questions in the packs that are served")
        .register(registry);
  }

  private static void connected(MeterRegistry registry, ChatAdapter adapter) {
    Gauge.builder("coach.connected", () -> adapter.isConnected() ? 1 : 0)
        .description("1 while the platform is connected")
        .tag("platform", adapter.platform())
        .register(registry);
  }

  private CompletableFuture<Page> metrics() {
    return readings.renew().thenApply(renewed -> Page.of(PROMETHEUS, registry.scrape()));
  }

  /** Where it is answered, with a slash at the end. */
  public URI address() {
    return server.address();
  }

  @Override
  public void close() {
    server.close();
    readings.close();
    readiness.close();
    collections.close();
  }
}
