package studycoach;

import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import studycoach.backup.BeforeMigration;
import studycoach.chat.ChatAdapter;
import studycoach.config.Settings;
import studycoach.control.ControlClient;
import studycoach.control.Report;
import studycoach.service.Service;
import studycoach.store.Database;
import studycoach.store.Migration;

/** {@code coach doctor}: says what keeps the bot from working, and what to do. */
@Command(
    name = "doctor",
    description = "Says what keeps the bot from working on a platform, and what to do.",
    mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  @CommandLine.ParentCommand private Main parent = new Main();

  @Parameters(
      arity = "0..1",
      paramLabel = "PLATFORM",
      description = "discord or slack; all that are set if left out")
  private @Nullable String platform;

  @Override
  public Integer call() {
    System.setProperty("coach.log.to", "NOWHERE"); // what is wrong is told, not logged
    Given given = parent.given();
    List<ChatAdapter> adapters =
        Platforms.of(given, reason -> {}, new CompositeMeterRegistry()).stream()
            .filter(adapter -> platform == null || platform.equals(adapter.platform()))
            .toList();
    if (adapters.isEmpty()) {
      System.err.println("Of " + platform + " no token is set.");
      return CommandLine.ExitCode.SOFTWARE;
    }
    boolean good = true;
    for (ChatAdapter adapter : adapters) {
      System.out.println(adapter.platform());
      Report report = examined(given.settings(), adapter);
      report.lines().forEach(line -> System.out.println("  " + line));
      good &= report.good();
    }
    return good ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
  }

  /** The running bot looks for itself; without one, an adapter that connects only for that. */
  static Report examined(Settings settings, ChatAdapter adapter) {
    return new ControlClient(settings.dataFolder(), PATIENCE)
        .ask(Doctor.nameFor(adapter.platform()))
        .orElseGet(() -> examinedHere(settings, adapter));
  }

  private static Report examinedHere(Settings settings, ChatAdapter adapter) {
    try (adapter;
        Database database =
            Database.ofOrEmpty(
                settings,
                Migration.after(new BeforeMigration(settings.dataFolder(), Main.clock())));
        Bot bot = Service.idle(settings, database, Main.clock())) {
      return new Doctor(bot, adapter).get();
    }
  }
}
