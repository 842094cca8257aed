package studycoach.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder into which only its owner can look, where something is made that gets its place when it
 * is whole. When it is closed it is gone, with all that is still in it.
 */
record Workplace(Path folder) implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Workplace.class);
  private static final String PREFIX = ".coach-backup-";

  /** Makes one in a folder, which is made if it is not there. */
  static Workplace in(Path parent) throws IOException {
    if (Files.isRegularFile(parent)) {
      throw new NotDirectoryException(parent.toString());
    }
    Files.createDirectories(parent);
    return new Workplace(Files.createTempDirectory(parent, PREFIX));
  }

  /** Clears away what killed processes have left in a folder. */
  static void clear(Path parent, Instant before) throws IOException {
    try (Stream<Path> files = Files.list(parent)) {
      for (Path left : files.filter(Workplace::isOne).toList()) {
        if (Files.getLastModifiedTime(left).toInstant().isBefore(before)) {
          new Workplace(left).close();
        }
      }
    }
  }

  private static boolean isOne(Path file) {
    return String.valueOf(file.getFileName()).startsWith(PREFIX) && Files.isDirectory(file);
  }

  /**
   * Sees to it that something is on the disk, and gives it its name.
   *
   * @throws FileAlreadyExistsException if the name is taken
   */
  void finish(Path made, Path name) throws IOException {
    try (FileChannel file = FileChannel.open(made, StandardOpenOption.WRITE)) {
      file.force(true);
    }
    link(made, name);
    if (name.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      try (FileChannel parent = FileChannel.open(name.resolveSibling(""))) {
        parent.force(true);
      }
    }
  }

  /** A link replaces nothing, however close two come; a move has to look before. */
  private static void link(Path made, Path name) throws IOException {
    try {
      Files.createLink(name, made);
    } catch (FileAlreadyExistsException e) {
      throw e;
    } catch (UnsupportedOperationException | FileSystemException e) {
      Files.move(made, name);
    }
  }

  /** Looks again if it fails: an H2 without room still writes about that while it is closed. */
  @Override
  public void close() {
    try {
      delete();
    } catch (IOException | UncheckedIOException first) {
      try {
        delete();
      } catch (IOException | UncheckedIOException e) {
        LOG.warn("{} was left behind; delete it", folder, e);
      }
    }
  }

  private void delete() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> inside = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : inside) {
        Files.deleteIfExists(file);
      }
    }
  }
}
