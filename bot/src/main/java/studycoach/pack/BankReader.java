package studycoach.pack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import studycoach.yaml.Problem;
import studycoach.yaml.Problems;

/** Reads a questions folder: its packs first, then what concerns several files. */
final class BankReader {
  private final Path folder;
  private final Problems problems;

  BankReader(Path folder) {
    this.folder = folder;
    this.problems = new Problems(folder.toString());
  }

  PlacedBank read() {
    List<PackFolder> folders = subFolders().stream().flatMap(this::pack).toList();
    List<QuestionFile> files = folders.stream().flatMap(pack -> pack.files().stream()).toList();
    WholeBank.reportDuplicates(files);
    // Built before the enemies are checked: they leave out nothing.
    List<PlacedPack> packs = folders.stream().flatMap(pack -> pack.pack().stream()).toList();
    WholeBank.reportUnknownEnemies(files);
    return new PlacedBank(packs, all(folders));
  }

  private List<Path> subFolders() {
    if (!Files.isDirectory(folder)) {
      problems.add(Files.exists(folder) ? "is not a folder" : "there is no such folder");
      return List.of();
    }
    try {
      return Folders.list(folder).stream().filter(Files::isDirectory).toList();
    } catch (IOException e) {
      problems.add("can't be listed: " + e.getMessage());
      return List.of();
    }
  }

  private Stream<PackFolder> pack(Path subFolder) {
    try {
      return PackFolder.read(subFolder).stream();
    } catch (IOException e) {
      problems.add(subFolder.getFileName() + " can't be listed: " + e.getMessage());
      return Stream.empty();
    }
  }

  private List<Problem> all(List<PackFolder> folders) {
    Stream<Problem> ofPacks = folders.stream().flatMap(pack -> pack.problems().stream());
    return Stream.concat(problems.list().stream(), ofPacks).toList();
  }
}
