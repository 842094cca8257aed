package studycoach.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import studycoach.copy.DatabaseCopy;
import studycoach.store.Database;
import studycoach.store.Migration;
import studycoach.store.SchemaVersion;
import studycoach.store.StoreException;

/**
 * All that a database holds at one moment, in one file: a ZIP of a header and an H2 file, whichever
 * database it was made of. People are served while it is made. Its thread must not be interrupted:
 * that would close H2's file.
 */
public final class Backup {
  /** The entries, in this order. */
  static final String HEADER = "backup.txt";

  static final String DATABASE = "coach.mv.db";

  private Backup() {}

  /**
   * Makes a backup, which only its owner may read.
   *
   * @param file is there when it is whole and on the disk, not before
   * @throws StoreException if there is such a file already or it can't be made; nothing is left
   *     behind then
   */
  public static void write(Database database, Path file, Instant now) {
    Path name = file.toAbsolutePath().normalize();
    if (Files.exists(name)) {
      throw taken(file);
    }
    try (Workplace place = Workplace.in(Objects.requireNonNull(name.getParent()))) {
      Header header = copy(database, place.folder(), now.truncatedTo(ChronoUnit.SECONDS));
      place.finish(pack(header, place.folder()), name);
    } catch (FileAlreadyExistsException e) {
      throw taken(file);
    } catch (IOException | RuntimeException e) {
      throw new StoreException("The backup " + file + " was not made: " + reason(e), e);
    }
  }

  private static StoreException taken(Path file) {
    return new StoreException(file + " is there already, and was left as it is. Name a new file.");
  }

  private static String reason(Throwable failure) {
    return failure instanceof IOException
        ? failure.getClass().getSimpleName() + " " + failure.getMessage()
        : String.valueOf(failure.getMessage());
  }

  /** Copies everything into an H2 of the same version. */
  private static Header copy(Database from, Path folder, Instant now) {
    SchemaVersion version = DatabaseCopy.version(from);
    try (Database copy = Database.inFolder(folder, Migration.upTo(version))) {
      DatabaseCopy.run(from, copy);
      Header header = new Header(version, now, DatabaseCopy.fingerprint(copy));
      copy.closeCompacted();
      return header;
    }
  }

  private static Path pack(Header header, Path folder) throws IOException {
    Path packed = Files.createTempFile(folder, "coach", ".zip"); // for nobody else to read
    try (ZipOutputStream zip =
        new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(packed)))) {
      zip.putNextEntry(new ZipEntry(HEADER));
      zip.write(header.encode().getBytes(StandardCharsets.UTF_8));
      zip.putNextEntry(new ZipEntry(DATABASE));
      Files.copy(folder.resolve(DATABASE), zip);
    }
    return packed;
  }
}
