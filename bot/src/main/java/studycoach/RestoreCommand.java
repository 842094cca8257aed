package studycoach;

import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import studycoach.backup.Restore;
import studycoach.config.Settings;

/** {@code coach restore}: a backup becomes the database that is set, which must be empty. */
@Command(
    name = "restore",
    description = {
      "Puts a backup into an empty database: a data folder without one, or an empty PostgreSQL.",
      "Every value is compared with what was backed up. Stop the bot before."
    },
    mixinStandardHelpOptions = true)
final class RestoreCommand implements Callable<Integer> {
  @CommandLine.ParentCommand private Main parent = new Main();

  @Parameters(paramLabel = "FILE", description = "What coach backup has made; left as it is")
  private Path file = Path.of("");

  @Mixin private OfDatabase database = new OfDatabase();

  @Override
  public Integer call() {
    System.setProperty("coach.log.to", "NOWHERE"); // what is wrong is told, not logged
    Instant made = restored(parent.settings());
    System.out.println("Restored what was backed up at " + made + "; every value is the same.");
    return CommandLine.ExitCode.OK;
  }

  private Instant restored(Settings settings) {
    Path folder = database.folder().orElse(settings.dataFolder());
    return database.folder().isEmpty() && settings.database().isPresent()
        ? Restore.toServer(file, settings.database().get(), folder)
        : Restore.toFolder(file, folder);
  }
}
