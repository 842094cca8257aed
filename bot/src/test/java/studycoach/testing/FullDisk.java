package studycoach.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Has this process's disk be full: the system lets it write no byte to any file, by the limit on
 * the size of files (Linux's {@code prlimit}).
 */
public final class FullDisk implements AutoCloseable {
  private static final Path TOOL = Path.of("/usr/bin/prlimit");

  /** Whether this system can do so. */
  public static boolean isPossible() {
    return Files.isExecutable(TOOL);
  }

  /** From now on nothing can be written. */
  public void fill() {
    limit("0");
  }

  /** Somebody has made room. */
  public void empty() {
    limit("unlimited");
  }

  @Override
  public void close() {
    empty();
  }

  private static void limit(String largest) {
    try {
      int status =
          new ProcessBuilder(
                  TOOL.toString(),
                  "--pid",
                  String.valueOf(ProcessHandle.current().pid()),
                  "--fsize=" + largest + ":unlimited")
              .inheritIO()
              .start()
              .waitFor();
      if (status != 0) {
        throw new IllegalStateException("prlimit ended with " + status);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
