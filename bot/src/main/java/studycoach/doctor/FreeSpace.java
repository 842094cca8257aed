package studycoach.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How much may still be written. */
@FunctionalInterface
public interface FreeSpace {
  /** As the file system tells. */
  FreeSpace ON_DISK = folder -> Files.getFileStore(folder).getUsableSpace();

  /**
   * The room on the disk of a folder that exists, in bytes.
   *
   * @throws IOException if the file system does not tell
   */
  long around(Path folder) throws IOException;
}
