package studycoach;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import studycoach.backup.BeforeMigration;
import studycoach.config.Settings;
import studycoach.control.ControlClient;
import studycoach.control.Report;
import studycoach.store.Database;
import studycoach.store.Migration;

/** {@code coach tally}: work on the tallies of boards. */
@Command(
    name = "tally",
    description = "Checks the tallies of boards.",
    mixinStandardHelpOptions = true,
    subcommands = TallyCommand.Check.class)
final class TallyCommand implements Callable<Integer> {
  @CommandLine.ParentCommand private Main parent = new Main();

  @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec spec;

  @Override
  public Integer call() {
    if (spec != null) {
      spec.commandLine().usage(spec.commandLine().getErr());
    }
    return CommandLine.ExitCode.USAGE;
  }

  /** {@code coach tally check}: asks the bot that runs, or opens the database itself. */
  @Command(
      name = "check",
      description = "Adds up the log anew and compares the tallies with it.",
      mixinStandardHelpOptions = true)
  static final class Check implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    @CommandLine.ParentCommand private TallyCommand parent = new TallyCommand();

    @Option(
        names = "--data",
        paramLabel = "DIR",
        description =
            "The folder of the database (default: the PostgreSQL that is set, or room in the data"
                + " folder)")
    private @Nullable Path data;

    @Override
    public Integer call() {
      Report report = report();
      report.lines().forEach(System.out::println);
      return report.good() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }

    private Report report() {
      if (data != null) {
        return inFolder(data);
      }
      Settings settings = parent.parent.settings();
      Path folder = settings.dataFolder();
      return settings.database().isPresent()
          ? report(folder, () -> Database.of(settings, careful(folder)))
          : inFolder(folder.resolve("room"));
    }

    private static Report inFolder(Path folder) {
      return report(folder, () -> Database.existingIn(folder, careful(folder)));
    }

    private static Migration careful(Path folder) {
      return Migration.after(new BeforeMigration(folder, Main.clock()));
    }

    /**
     * Asks the bot that runs, or opens the database.
     *
     * @param folder in which a running bot can be found
     */
    private static Report report(Path folder, Supplier<Database> opening) {
      return new ControlClient(folder, PATIENCE)
          .ask(TallyCheck.NAME)
          .orElseGet(
              () -> {
                System.setProperty("coach.log", folder.resolve("coach.log").toString());
                try (Database database = opening.get()) {
                  return TallyCheck.of(database).get();
                }
              });
    }
  }
}
