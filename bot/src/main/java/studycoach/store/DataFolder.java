package studycoach.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The folder that a bot keeps its files in. */
public final class DataFolder {
  private static final String LOCK = "coach.lock";

  private DataFolder() {}

  /**
   * Makes it if it is not there.
   *
   * @throws StoreException if it can't be made or written
   */
  public static void make(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new StoreException("The data folder " + folder + " can't be created.", e);
    }
    if (!Files.isWritable(folder)) {
      throw unwritable(folder);
    }
  }

  /**
   * Keeps it for this process until what is returned is closed or the process ends, however that
   * may be.
   *
   * @throws StoreException if another process has it, or it can't be written
   */
  public static AutoCloseable hold(Path folder) {
    make(folder);
    try {
      // Never deleted: another process may have opened it, and would then hold what nobody sees.
      FileChannel file =
          FileChannel.open(
              folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (isLocked(file)) {
        return file;
      }
      file.close();
    } catch (IOException e) {
      throw new StoreException("The data folder " + folder + " can't be locked.", e);
    }
    throw new StoreException(
        "The data folder "
            + folder
            + " is in use by another process. Stop that one first, or choose another data folder.");
  }

  private static boolean isLocked(FileChannel file) throws IOException {
    try {
      return file.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false; // by this process
    }
  }

  /**
   * Looks at the database's file, if it is there already.
   *
   * @throws StoreException if it can't be written
   */
  static void checkFile(Path folder) {
    Path file = Address.file(folder);
    if (Files.exists(file) && !Files.isWritable(file)) {
      throw unwritable(folder);
    }
  }

  private static StoreException unwritable(Path folder) {
    return new StoreException("The data folder " + folder + " can't be written to.");
  }
}
