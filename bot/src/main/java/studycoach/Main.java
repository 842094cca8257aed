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
import picocli.CommandLine.Parameters;
import studycoach.config.Settings;
import studycoach.config.SettingsException;
import studycoach.pack.Bank;
import studycoach.pack.Pack;
import studycoach.room.Room;
import studycoach.room.RoomOptions;
import studycoach.store.StoreException;
import studycoach.yaml.Problem;

/** The program's entrance. Without a command it opens the room. */
@Command(
    name = "coach",
    description = "A study group that keeps its promise, in a chat channel.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    subcommands = {Main.RoomCommand.class, Main.QuestionsCommand.class, TallyCommand.class})
public final class Main implements Callable<Integer> {
  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Settings (default: ${DEFAULT-VALUE})",
      defaultValue = "config/coach.yaml",
      scope = CommandLine.ScopeType.INHERIT)
  private Path config = Path.of("config", "coach.yaml");

  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  /** Runs a command and returns its exit status: 0 done, 1 failed, 2 not understood. */
  static int run(String... arguments) {
    return new CommandLine(new Main())
        .setExecutionExceptionHandler(
            (failure, line, result) -> {
              if (failure instanceof StoreException || failure instanceof SettingsException) {
                line.getErr().println(failure.getMessage());
                return CommandLine.ExitCode.SOFTWARE;
              }
              throw failure;
            })
        .execute(arguments);
  }

  @Override
  public Integer call() {
    return new RoomCommand(this).call();
  }

  Settings settings() {
    return Settings.read(config, System.getenv());
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
          Clock.systemUTC());
      return CommandLine.ExitCode.OK;
    }
  }

  /** {@code coach questions}: work on packs. */
  @Command(
      name = "questions",
      description = "Checks question packs.",
      mixinStandardHelpOptions = true,
      subcommands = QuestionsCommand.Check.class)
  static final class QuestionsCommand implements Callable<Integer> {
    @CommandLine.ParentCommand private @Nullable Main parent;

    @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public Integer call() {
      if (spec != null) {
        spec.commandLine().usage(spec.commandLine().getErr());
      }
      return CommandLine.ExitCode.USAGE;
    }

    /** {@code coach questions check}: what is wrong, line by line. */
    @Command(
        name = "check",
        description = "Reads all packs and tells what is wrong, with file, line and key.",
        mixinStandardHelpOptions = true)
    static final class Check implements Callable<Integer> {
      @CommandLine.ParentCommand private @Nullable QuestionsCommand parent;

      @Parameters(
          arity = "0..1",
          paramLabel = "FOLDER",
          description = "The packs (default: the questions folder of the settings)")
      private @Nullable Path folder;

      @Override
      public Integer call() {
        Path packs = folder != null ? folder : settings().questionsFolder();
        Bank bank = Bank.load(packs);
        bank.problems().stream().map(Problem::toString).forEach(System.out::println);
        for (Pack pack : bank.packs()) {
          System.out.println(pack.exam().code() + ": " + pack.questions().size() + " questions");
        }
        System.out.println(
            bank.problems().isEmpty()
                ? "No problems."
                : bank.problems().size() + " problems; the files that they are in are left out.");
        return bank.problems().isEmpty() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
      }

      private Settings settings() {
        return parent == null || parent.parent == null
            ? new Main().settings()
            : parent.parent.settings();
      }
    }
  }
}
