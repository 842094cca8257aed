package studycoach.backup;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import studycoach.control.Report;
import studycoach.store.Database;
import studycoach.store.StoreException;

/** Makes a backup in the file that a command names. */
public final class BackupRequest implements Function<String, Report> {
  /** By which a running bot is asked for it. */
  public static final String NAME = "backup";

  private final Database database;
  private final Clock clock;

  public BackupRequest(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Makes it.
   *
   * @param file its absolute path
   */
  @Override
  public Report apply(String file) {
    try {
      Backup.write(database, Path.of(file), clock.instant());
      return new Report(List.of("Backed up in " + file + "."), true);
    } catch (StoreException e) {
      return new Report(List.of(e.getMessage()), false);
    }
  }
}
