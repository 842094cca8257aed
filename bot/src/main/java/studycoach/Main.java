package studycoach;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import studycoach.chat.PlatformException;
import studycoach.config.Secrets;
import studycoach.config.Settings;
import studycoach.config.SettingsException;
import studycoach.doctor.Machine;
import studycoach.room.Room;
import studycoach.room.RoomOptions;
import studycoach.store.StoreException;

/** The program's entrance. Without a command it runs on platforms, or opens the room. */
@Command(
    name = "coach",
    description = "A study group that keeps its promise, in a chat channel.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    subcommands = {
      RunCommand.class,
      Main.RoomCommand.class,
      QuestionsCommand.class,
      TallyCommand.class,
      DoctorCommand.class,
      DatabaseCommand.class,
      BackupCommand.class,
      RestoreCommand.class,
      HealthCommand.class,
      ManifestCommand.class
    })
public final class Main implements Callable<Integer> {
  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Settings (default: ${DEFAULT-VALUE})",
      defaultValue = "config/coach.yaml",
      scope = CommandLine.ScopeType.INHERIT)
  private Path config = Path.of("config", "coach.yaml");

  private final Machine machine;

  Main() {
    this(Machine.real(clock()));
  }

  Main(Machine machine) {
    this.machine = machine;
  }

  public static void main(String[] arguments) {
    System.setProperty("java.awt.headless", "true"); // Pictures are drawn without a screen.
    System.exit(run(arguments));
  }

  /**
   * Runs a command and returns its exit status: 0 done, 1 failed, 2 not understood or set wrongly.
   */
  static int run(String... arguments) {
    return commandLine().execute(arguments);
  }

  static CommandLine commandLine() {
    return commandLine(new Main());
  }

  static CommandLine commandLine(Main main) {
    return new CommandLine(main)
        .setExecutionExceptionHandler(
            (failure, line, result) -> {
              if (failure instanceof SettingsException) {
                line.getErr().println(failure.getMessage());
                return CommandLine.ExitCode.USAGE;
              }
              if (failure instanceof StoreException || failure instanceof PlatformException) {
                line.getErr().println(failure.getMessage());
                return CommandLine.ExitCode.SOFTWARE;
              }
              throw failure;
            });
  }

  @Override
  public Integer call() {
    return Tokens.isAnySet(new Secrets(machine.environment()))
        ? new RunCommand(this).call()
        : new RoomCommand(this).call();
  }

  /** The only place that asks the system for the time. */
  static Clock clock() {
    return Clock.systemUTC();
  }

  Given given() {
    return Given.read(config, machine.environment());
  }

  Settings settings() {
    return Settings.read(config, machine.environment());
  }

  Path config() {
    return config;
  }

  Machine machine() {
    return machine;
  }

  /** What {@code --version} prints: the version that was built. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() throws IOException {
      Properties built = new Properties();
      try (InputStream file = Main.class.getResourceAsStream("version.properties")) {
        built.load(Objects.requireNonNull(file));
      }
      return new String[] {"Study Coach " + built.getProperty("version")};
    }
  }

  /** {@code coach room}: the product in the terminal. */
  @Command(
      name = "room",
      description = "Opens a room in this terminal: the whole bot without a chat platform.",
      mixinStandardHelpOptions = true)
  static final class RoomCommand implements Callable<Integer> {
    @CommandLine.ParentCommand private Main parent;

    @Option(
        names = "--data",
        paramLabel = "DIR",
        description = "The room's folder (default: room in the data folder)")
    private @Nullable Path data;

    @Option(
        names = "--at",
        paramLabel = "INSTANT",
        description = "Lets the clock stand at a moment, e.g. 2026-03-27T08:00:00Z")
    private @Nullable Instant at;

    @Option(names = "--seed", paramLabel = "N", description = "Makes all shuffling repeatable")
    private @Nullable Long seed;

    @Option(
        names = "--as",
        paramLabel = "NAME",
        description = "Who you are; you manage the room (default: ${DEFAULT-VALUE})",
        defaultValue = "you")
    private String starter = "you";

    RoomCommand() {
      this(new Main());
    }

    RoomCommand(Main parent) {
      this.parent = parent;
    }

    @Override
    public Integer call() {
      Settings settings = parent.settings();
      Path folder = data == null ? settings.dataFolder().resolve("room") : data;
      System.setProperty("coach.log", folder.resolve("coach.log").toString());
      Room.visit(
          new RoomOptions(
              folder,
              settings.questionsFolder(),
              settings.command(),
              Optional.ofNullable(at),
              Optional.ofNullable(seed),
              starter,
              ZoneId.systemDefault()),
          clock());
      return CommandLine.ExitCode.OK;
    }
  }
}
