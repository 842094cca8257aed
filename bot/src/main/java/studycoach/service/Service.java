package studycoach.service;

import com.github.benmanes.caffeine.cache.Ticker;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studycoach.Bot;
import studycoach.TallyCheck;
import studycoach.backup.BackupRequest;
import studycoach.backup.BeforeMigration;
import studycoach.backup.DailyBackups;
import studycoach.chat.ChatAdapter;
import studycoach.config.Settings;
import studycoach.control.ControlServer;
import studycoach.control.Report;
import studycoach.doctor.RunningBot;
import studycoach.engine.RateLimit;
import studycoach.health.Health;
import studycoach.pack.Bank;
import studycoach.pack.LiveBank;
import studycoach.schedule.Schedule;
import studycoach.store.DataFolder;
import studycoach.store.Database;
import studycoach.store.Migration;
import studycoach.store.Outages;
import studycoach.study.draw.Chance;

/** One bot on all its platforms, with jobs that run in the background. */
public final class Service implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Service.class);
  private static final Duration EDIT_PACE = Duration.ofSeconds(5);

  /** What is to be closed, the first opened last. */
  private final List<AutoCloseable> opened = new ArrayList<>();

  private @Nullable Health health;
  private @Nullable Outages outages;

  private Service() {}

  /**
   * Opens the database and connects to every platform.
   *
   * @param adapters not started; closed with the service
   * @param registry of what is measured; to be shown on the port of {@code health}
   * @throws RuntimeException if anything can't be opened; what was opened before is closed then
   */
  public static Service start(
      Settings settings,
      List<ChatAdapter> adapters,
      Clock clock,
      PrometheusMeterRegistry registry) {
    Service service = new Service();
    try {
      service.open(settings, adapters, clock, registry);
      return service;
    } catch (RuntimeException e) {
      service.close();
      throw e;
    }
  }

  private void open(
      Settings settings,
      List<ChatAdapter> adapters,
      Clock clock,
      PrometheusMeterRegistry registry) {
    opened.add(0, DataFolder.hold(settings.dataFolder()));
    Database database =
        Database.of(settings, Migration.after(new BeforeMigration(settings.dataFolder(), clock)));
    outages = database.outages();
    opened.add(0, database::closeCompacted);
    adapters.forEach(adapter -> opened.add(0, adapter)); // so that the jobs end before them
    Supplier<Bank> bank = bank(settings);
    Schedule schedule = Schedule.inBackground(database, clock, registry);
    Bot bot = bot(settings, database, bank, schedule, clock, registry);
    DailyBackups backups = new DailyBackups(database, settings.backups(), clock, registry);
    bot.add(backups.job());
    opened.add(0, bot);
    Health told =
        new Health(settings.health(), registry, database, bank, adapters, bot::isWorking, clock);
    opened.add(0, told);
    health = told;
    LOG.info("Health and metrics are told at {}", told.address());
    Map<String, Function<String, Report>> withWords =
        Map.of(BackupRequest.NAME, new BackupRequest(database, clock));
    opened.add(
        0,
        ControlServer.start(
            settings.dataFolder(), reports(database, bank, bot, adapters), withWords));
    // What is due waits for its platform, but what people do needs the schedule.
    bot.start(adapters.toArray(ChatAdapter[]::new));
    backups.plan(schedule);
    opened.add(0, new Recovery(database.outages(), bot::takeUp));
    for (ChatAdapter adapter : adapters) {
      adapter.start(bot.inbox());
      opened.add(0, adapter::stopHearing); // so that nothing new is begun while the rest ends
    }
  }

  /** A bot that is only asked, and measures nothing. */
  public static Bot idle(Settings settings, Database database, Clock clock) {
    MeterRegistry registry = new CompositeMeterRegistry();
    Schedule schedule = Schedule.inBackground(database, clock, registry);
    return bot(settings, database, bank(settings), schedule, clock, registry);
  }

  private static Supplier<Bank> bank(Settings settings) {
    return new LiveBank(settings.questionsFolder(), Ticker.systemTicker());
  }

  private static Bot bot(
      Settings settings,
      Database database,
      Supplier<Bank> bank,
      Schedule schedule,
      Clock clock,
      MeterRegistry registry) {
    Settings.Limits limits = settings.limits();
    return new Bot(
        settings.command(),
        database,
        bank,
        schedule,
        Chance.secure(),
        clock,
        RateLimit.of(limits.actions(), limits.channel(), limits.workspace(), limits.per(), clock),
        EDIT_PACE,
        registry);
  }

  /** What commands of other processes may ask for. */
  private static Map<String, Supplier<Report>> reports(
      Database database, Supplier<Bank> bank, Bot bot, List<ChatAdapter> adapters) {
    Map<String, Supplier<Report>> reports =
        new HashMap<>(RunningBot.reports(database, bank, bot, adapters));
    reports.put(TallyCheck.NAME, TallyCheck.of(database));
    return reports;
  }

  /** Where health is told, with a slash at the end. */
  public URI health() {
    return Objects.requireNonNull(health).address();
  }

  /** Whether a failure tells that the database is away; it is seen to then. */
  public boolean isOutage(Throwable failure) {
    return Objects.requireNonNull(outages).isOne(failure);
  }

  /** Hears no more, finishes what was begun, and closes everything. */
  @Override
  public synchronized void close() {
    for (AutoCloseable part : opened) {
      try {
        part.close();
      } catch (Exception e) {
        LOG.warn("{} did not close", part.getClass().getSimpleName(), e);
      }
    }
    opened.clear();
  }
}
