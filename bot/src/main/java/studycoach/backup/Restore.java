package studycoach.backup;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.time.Instant;
import studycoach.config.PostgreSql;
import studycoach.copy.DatabaseCopy;
import studycoach.store.DataFolder;
import studycoach.store.Database;
import studycoach.store.Migration;
import studycoach.store.SchemaVersion;
import studycoach.store.StoreException;

/** Puts a backup into an empty database, everything or nothing. */
public final class Restore {
  private Restore() {}

  /**
   * Makes the H2 file of a folder out of a backup.
   *
   * @return when the backup was made
   * @throws StoreException if there is a database in the folder, or the backup is damaged, none of
   *     ours or of a newer release; nothing is changed then
   */
  public static Instant toFolder(Path backup, Path folder) {
    if (Database.isIn(folder)) {
      throw taken(folder);
    }
    DataFolder.make(folder);
    try (Workplace place = Workplace.in(folder)) {
      Header header = Unpacking.into(place.folder(), backup);
      checkKnown(header, backup);
      try (Database restored = opened(place.folder(), header, backup)) {
        restored.migrate();
        restored.closeCompacted();
      }
      place.finish(place.folder().resolve(Backup.DATABASE), folder.resolve(Backup.DATABASE));
      return header.made();
    } catch (FileAlreadyExistsException e) {
      throw taken(folder);
    } catch (IOException e) {
      throw new StoreException(backup + " could not be restored: " + e, e);
    }
  }

  /**
   * Fills an empty PostgreSQL.
   *
   * @param folder where there is room for the backup meanwhile
   * @return when the backup was made
   * @throws StoreException if the server's database holds something, or else as {@link #toFolder}
   */
  public static Instant toServer(Path backup, PostgreSql server, Path folder) {
    DataFolder.make(folder);
    try (Workplace place = Workplace.in(folder)) {
      Header header = Unpacking.into(place.folder(), backup);
      checkKnown(header, backup);
      try (Database restored = opened(place.folder(), header, backup);
          Database target = Database.at(server, Migration.upTo(header.schema()))) {
        DatabaseCopy.run(restored, target);
        target.migrate();
      }
      return header.made();
    } catch (IOException e) {
      throw new StoreException(backup + " could not be restored: " + e, e);
    }
  }

  private static StoreException taken(Path folder) {
    return new StoreException(
        "There is a database in " + folder + ". Move it away, or name another data folder.");
  }

  private static void checkKnown(Header header, Path backup) {
    try (Database newest = Database.inMemory()) {
      SchemaVersion known = DatabaseCopy.version(newest);
      if (header.schema().compareTo(known) > 0) {
        throw Unpacking.newer(backup);
      }
    }
  }

  /** What was unpacked, with every value compared with what went in. */
  private static Database opened(Path folder, Header header, Path backup) {
    Database restored = Database.inFolder(folder, Migration.none());
    if (!DatabaseCopy.fingerprint(restored).equals(header.fingerprint())) {
      restored.close();
      throw Unpacking.damaged(backup);
    }
    return restored;
  }
}
