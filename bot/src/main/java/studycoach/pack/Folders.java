package studycoach.pack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Lists folders in the same order on every machine. */
final class Folders {
  private Folders() {}

  /** What is in a folder, by name, without hidden files. */
  static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(entry -> !name(entry).startsWith("."))
          .sorted(Comparator.comparing(Folders::name))
          .toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** The YAML files in a folder, by name. */
  static List<Path> yaml(Path folder) throws IOException {
    return list(folder).stream().filter(Folders::isYaml).toList();
  }

  private static boolean isYaml(Path file) {
    return name(file).endsWith(".yaml") || name(file).endsWith(".yml");
  }

  /** The last part of a path. */
  static String name(Path path) {
    return String.valueOf(path.getFileName());
  }
}
