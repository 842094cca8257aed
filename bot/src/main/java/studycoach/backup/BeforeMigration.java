package studycoach.backup;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studycoach.store.Database;
import studycoach.store.Precaution;
import studycoach.store.SchemaVersion;
import studycoach.store.StoreException;

/**
 * Makes a backup beside the data before a newer release changes the tables. These backups are never
 * deleted.
 */
public final class BeforeMigration implements Precaution {
  private static final Logger LOG = LoggerFactory.getLogger(BeforeMigration.class);

  private final BackupFolder folder;
  private final Clock clock;

  /**
   * A precaution for one database.
   *
   * @param data the data folder, in whose folder {@code backups} they are made
   */
  public BeforeMigration(Path data, Clock clock) {
    this.folder = new BackupFolder(data.resolve("backups"));
    this.clock = clock;
  }

  @Override
  public void before(Database old, SchemaVersion next) {
    Instant now = clock.instant();
    Path file = folder.before(next.text(), now);
    try {
      Backup.write(old, file, now);
      LOG.info("Backed up in {} before the tables become {}", file, next);
    } catch (StoreException e) {
      throw new StoreException(
          "The database is of an older release and was to be backed up first, so nothing was"
              + " changed. "
              + e.getMessage(),
          e);
    }
  }
}
