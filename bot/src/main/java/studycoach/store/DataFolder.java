package studycoach.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder that a bot keeps its files in. */
public final class DataFolder {
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
