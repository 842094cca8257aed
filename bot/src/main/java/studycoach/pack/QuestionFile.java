package studycoach.pack;

import java.nio.file.Path;
import java.util.List;
import studycoach.yaml.Problems;
import studycoach.yaml.YamlFile;
import studycoach.yaml.YamlMap;

/**
 * The file of one domain while the bank is being read.
 *
 * @param questions in file order; not to be trusted while there are problems
 * @param problems of this file; others may add to them
 */
record QuestionFile(List<PlacedQuestion> questions, Problems problems) {
  private static final String QUESTIONS = "questions";

  QuestionFile {
    questions = List.copyOf(questions);
  }

  static QuestionFile read(Path file, Exam exam, String domain, Problems problems) {
    List<PlacedQuestion> questions =
        YamlFile.read(file, problems).stream()
            .flatMap(yaml -> entries(yaml).stream())
            .map(entry -> new PlacedQuestion(new QuestionReader(entry, exam, domain).read(), entry))
            .toList();
    return new QuestionFile(questions, problems);
  }

  private static List<YamlMap> entries(YamlMap yaml) {
    yaml.onlyKeys(QUESTIONS);
    return yaml.maps(QUESTIONS);
  }

  /** The questions if the file has no problem up to now, else none. */
  List<PlacedQuestion> served() {
    return problems.isEmpty() ? questions : List.of();
  }
}
