package studycoach;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

  @Mixin private OfDatabase database = new OfDatabase();

  @Override
  public Integer call() {
    System.setProperty("coach.log.to", "NOWHERE"); // what is wrong is told, not logged
    Settings settings = parent.settings();
    String name = file.toAbsolutePath().normalize().toString();
    Path folder = database.folder().orElse(settings.dataFolder());
    Report report =
        new ControlClient(folder, PATIENCE)
            .ask(BackupRequest.NAME, name)
            .orElseGet(() -> madeHere(settings, name));
    report.lines().forEach(System.out::println);
    return report.good() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
  }

  private Report madeHere(Settings settings, String name) {
    try (Database opened =
        database
            .folder()
            .map(folder -> Database.inFolder(folder, Migration.none()))
            .orElseGet(() -> Database.of(settings, Migration.none()))) {
      return new BackupRequest(opened, Main.clock()).apply(name);
    }
  }
}
