package studycoach.backup;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import studycoach.store.StoreException;

/** Reads a backup's file; the checksums of the ZIP are compared on the way. */
final class Unpacking {
  private static final int LONGEST_HEADER = 4_096;

  private Unpacking() {}

  /**
   * Puts the H2 file of a backup into a folder.
   *
   * @throws StoreException if it is damaged, none of ours or of a newer release
   */
  static Header into(Path folder, Path backup) throws IOException {
    try (InputStream file = Files.newInputStream(backup);
        ZipInputStream zip = new ZipInputStream(new BufferedInputStream(file))) {
      Header header = header(zip, backup);
      if (!isNext(zip, Backup.DATABASE)) {
        throw damaged(backup);
      }
      Files.copy(zip, folder.resolve(Backup.DATABASE));
      if (zip.getNextEntry() != null) {
        throw damaged(backup);
      }
      return header;
    } catch (NoSuchFileException e) {
      throw new StoreException("There is no file " + backup + ".", e);
    } catch (ZipException | EOFException e) {
      throw damaged(backup);
    }
  }

  private static Header header(ZipInputStream zip, Path backup) throws IOException {
    if (!isNext(zip, Backup.HEADER)) {
      throw notOurs(backup);
    }
    String text = new String(zip.readNBytes(LONGEST_HEADER), StandardCharsets.UTF_8);
    if (Header.isOfLaterForm(text)) {
      throw newer(backup);
    }
    return Header.decode(text).orElseThrow(() -> notOurs(backup));
  }

  private static boolean isNext(ZipInputStream zip, String name) throws IOException {
    @Nullable ZipEntry entry = zip.getNextEntry();
    return entry != null && entry.getName().equals(name);
  }

  private static StoreException notOurs(Path backup) {
    return new StoreException(
        backup + " is no backup of Study Coach. Nothing was changed; name another file.");
  }

  static StoreException damaged(Path backup) {
    return new StoreException(backup + " is damaged. Nothing was changed; restore another backup.");
  }

  static StoreException newer(Path backup) {
    return new StoreException(
        backup
            + " is of a newer release of Study Coach. Nothing was changed; restore it with that.");
  }
}
