package studycoach.pack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/**
 * Size and moment of change, as exact as the file system keeps it, of every file of a questions
 * folder that a bank is made of. An edit that changes neither is not noticed.
 *
 * @param entries a line for each folder and file
 */
record Fingerprint(List<String> entries) {
  Fingerprint {
    entries = List.copyOf(entries);
  }

  /** What is there now; what can't be read is a part of it. */
  static Fingerprint of(Path questions) {
    List<String> entries = new ArrayList<>();
    try {
      for (Path folder : Folders.list(questions)) {
        if (Files.isDirectory(folder)) {
          add(folder, entries);
        }
      }
    } catch (IOException e) {
      entries.add(e.toString());
    }
    return new Fingerprint(entries);
  }

  private static void add(Path folder, List<String> entries) throws IOException {
    entries.add(folder.toString());
    for (Path file : Folders.yaml(folder)) {
      BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
      entries.add(file + " " + now.size() + " " + now.lastModifiedTime());
    }
  }
}
