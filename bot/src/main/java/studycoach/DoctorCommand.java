package studycoach;

import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import studycoach.chat.ChatAdapter;
import studycoach.config.Secrets;
import studycoach.doctor.Archive;
import studycoach.doctor.Check;
import studycoach.doctor.Machine;
import studycoach.doctor.PlatformCheck;
import studycoach.doctor.Round;
import studycoach.doctor.RunningBot;

/** {@code coach doctor}: says what keeps the bot from working, and what to do. */
@Command(
    name = "doctor",
    description = "Says what keeps the bot from working, and what to do. Changes nothing.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:all is well; there may be notes",
      "1:something is wrong: see WARN and WRONG",
      "2:settings or secrets are wrong"
    })
final class DoctorCommand implements Callable<Integer> {
  /** For each check; less for the running bot, so that its silence is told as such. */
  private static final Duration LIMIT = Duration.ofSeconds(10);

  /** For a platform that is asked for alone: it may have many channels. */
  private static final Duration LONG = Duration.ofMinutes(1);

  private static final Duration MARGIN = Duration.ofSeconds(1);

  @CommandLine.ParentCommand private Main parent = new Main();

  @Parameters(
      arity = "0..1",
      paramLabel = "PLATFORM",
      description = "discord or slack: looks at that platform alone; at everything if left out")
  private @Nullable String platform;

  @Override
  public Integer call() {
    System.setProperty("coach.log.to", "NOWHERE"); // what is wrong is told, not logged
    return platform == null ? everything() : alone(platform);
  }

  private int everything() {
    Machine machine = parent.machine();
    List<String> settings = new ArrayList<>();
    List<String> secrets = new ArrayList<>();
    Given given = Given.read(parent.config(), machine.environment(), settings, secrets);
    RunningBot bot = new RunningBot(given.settings().dataFolder(), LIMIT.minus(MARGIN));
    try (Archive archive = new Archive(given.settings())) {
      Checks checks =
          new Checks(
              given,
              parent.config(),
              new Secrets(machine.environment()),
              machine,
              archive,
              bot,
              adapters(given));
      boolean good = new Round(System.out, LIMIT).isGood(checks.all(settings, secrets));
      System.out.println(good ? "All is well." : "Not all is well: see WARN and WRONG above.");
      if (!settings.isEmpty() || !secrets.isEmpty()) {
        return CommandLine.ExitCode.USAGE;
      }
      return good ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }
  }

  private int alone(String name) {
    Given given = parent.given();
    Optional<ChatAdapter> adapter =
        adapters(given).stream().filter(any -> any.platform().equals(name)).findFirst();
    if (adapter.isEmpty()) {
      System.err.println("Of " + name + " no token is set.");
      return CommandLine.ExitCode.SOFTWARE;
    }
    RunningBot bot = new RunningBot(given.settings().dataFolder(), LONG.minus(MARGIN));
    try (Archive archive = new Archive(given.settings())) {
      Check check =
          new PlatformCheck(
              adapter.get(),
              Platforms.door(given.settings(), name),
              archive,
              bot,
              parent.machine().clock());
      boolean good = new Round(System.out, LONG).isGood(List.of(check));
      return good ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }
  }

  private static List<ChatAdapter> adapters(Given given) {
    return Platforms.of(given, reason -> {}, new CompositeMeterRegistry());
  }
}
