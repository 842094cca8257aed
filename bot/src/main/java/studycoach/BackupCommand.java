package studycoach;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studycoach.backup.BackupRequest;
import studycoach.config.Settings;
import studycoach.control.ControlClient;
import studycoach.control.Report;
import studycoach.store.Database;
import studycoach.store.Migration;

/** {@code coach backup}: asks the bot that runs, or opens the database itself. */
@Command(
    name = "backup",
    description = "Puts the whole database into one file, also while the bot works.",
    mixinStandardHelpOptions = true)
final class BackupCommand implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofHours(2);

  @CommandLine.ParentCommand private Main parent = new Main();

  @Parameters(paramLabel = "FILE", description = "A new file; only its owner may read it")
  private Path file = Path.of("");

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "The folder of the database (default: the database that is set)")
  private @Nullable Path data;

  @Override
  public Integer call() {
    System.setProperty("coach.log.to", "NOWHERE"); // what is wrong is told, not logged
    Settings settings = parent.settings();
    String name = file.toAbsolutePath().normalize().toString();
    Path folder = data == null ? settings.dataFolder() : data;
    Report report =
        new ControlClient(folder, PATIENCE)
            .ask(BackupRequest.NAME, name)
            .orElseGet(() -> madeHere(settings, name));
    report.lines().forEach(System.out::println);
    return report.good() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
  }

  private Report madeHere(Settings settings, String name) {
    try (Database database =
        data == null
            ? Database.of(settings, Migration.none())
            : Database.inFolder(data, Migration.none())) {
      return new BackupRequest(database, Main.clock()).apply(name);
    }
  }
}
