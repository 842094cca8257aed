package studycoach.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads a file whole, as UTF-8, if it is of a sane size. */
final class TextFile {
  /** The largest file that is read, in bytes: a thousand questions take about one MiB. */
  static final int LARGEST = 2 * 1024 * 1024;

  private TextFile() {}

  /** The text without a byte order mark; empty, with a problem added, if it can't be had. */
  static Optional<String> read(Path file, Problems problems) {
    try {
      Optional<String> obstacle = obstacle(file);
      if (obstacle.isPresent()) {
        problems.add(obstacle.get());
        return Optional.empty();
      }
      return decode(bytes(file), problems);
    } catch (AccessDeniedException e) {
      problems.add("can't be read: the program may not open it");
    } catch (IOException e) {
      problems.add("can't be read: " + Quote.brief(String.valueOf(e.getMessage())));
    }
    return Optional.empty();
  }

  /** Why not to open it at all: a pipe, for one, would block for ever. */
  private static Optional<String> obstacle(Path file) {
    if (Files.isDirectory(file)) {
      return Optional.of("is a folder, not a file");
    }
    if (Files.notExists(file)) {
      return Optional.of("doesn't exist");
    }
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      return Optional.of("is not a regular file");
    }
    return Optional.empty();
  }

  private static byte[] bytes(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(LARGEST + 1);
    }
  }

  private static Optional<String> decode(byte[] bytes, Problems problems) {
    if (bytes.length > LARGEST) {
      problems.add("is larger than 2 MiB");
      return Optional.empty();
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
    } catch (CharacterCodingException e) {
      problems.add("is not UTF-8 text");
      return Optional.empty();
    }
  }
}
