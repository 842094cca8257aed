package studycoach.pack;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import studycoach.markup.Nearest;
import studycoach.yaml.Problem;
import studycoach.yaml.Problems;
import studycoach.yaml.YamlFile;
import studycoach.yaml.YamlMap;

/** The folder of one exam while it is being read. */
final class PackFolder {
  private static final String EXAM_FILE = "exam.yaml";

  private final String name;
  private final Problems examProblems;
  private final List<Problems> strayFiles = new ArrayList<>();
  private final List<QuestionFile> files = new ArrayList<>();
  private Optional<PlacedExam> exam = Optional.empty();

  private record PlacedExam(Exam exam, YamlMap place) {}

  private PackFolder(String name) {
    this.name = name;
    this.examProblems = new Problems(name + "/" + EXAM_FILE);
  }

  /** Empty if the folder holds no YAML at all, since then it is no pack. */
  static Optional<PackFolder> read(Path folder) throws IOException {
    List<Path> yaml = Folders.list(folder).stream().filter(PackFolder::isYaml).toList();
    if (yaml.isEmpty()) {
      return Optional.empty();
    }
    PackFolder pack = new PackFolder(Folders.name(folder));
    pack.readExam(folder.resolve(EXAM_FILE));
    pack.exam.ifPresent(placed -> pack.readQuestions(placed.exam, yaml));
    return Optional.of(pack);
  }

  private static boolean isYaml(Path file) {
    String name = Folders.name(file);
    return name.endsWith(".yaml") || name.endsWith(".yml");
  }

  private void readExam(Path file) {
    exam =
        YamlFile.read(file, examProblems)
            .map(yaml -> new PlacedExam(new ExamReader(yaml, name).read(), yaml))
            .filter(read -> examProblems.isEmpty());
  }

  private void readQuestions(Exam exam, List<Path> yaml) {
    List<String> known = exam.domains().stream().map(domain -> domain.id() + ".yaml").toList();
    for (Path file : yaml) {
      String fileName = Folders.name(file);
      Problems problems = new Problems(name + "/" + fileName);
      if (known.contains(fileName)) {
        String domain = fileName.substring(0, fileName.lastIndexOf('.'));
        files.add(QuestionFile.read(file, exam, domain, problems));
      } else if (!fileName.equals(EXAM_FILE)) {
        problems.add("is not named after a domain of the exam" + Nearest.hint(fileName, known));
        strayFiles.add(problems);
      }
    }
  }

  /** The files that were read, broken or not; none if the exam is broken. */
  List<QuestionFile> files() {
    return List.copyOf(files);
  }

  /** The pack with the questions of the files that have no problem up to now. */
  Optional<PlacedPack> pack() {
    boolean complete = files.stream().allMatch(file -> file.problems().isEmpty());
    return exam.map(found -> new PlacedPack(found.exam, found.place, served(), complete));
  }

  private List<PlacedQuestion> served() {
    return files.stream().flatMap(file -> file.served().stream()).toList();
  }

  /** By file, the exam's first. */
  List<Problem> problems() {
    Stream<Problems> others =
        Stream.concat(strayFiles.stream(), files.stream().map(QuestionFile::problems))
            .sorted(Comparator.comparing(Problems::file));
    return Stream.concat(Stream.of(examProblems), others)
        .flatMap(file -> file.list().stream())
        .toList();
  }
}
