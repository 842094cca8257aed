package studycoach.pack;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import studycoach.yaml.YamlMap;

/** Reads one entry of a domain's file and checks every rule that concerns it alone. */
final class QuestionReader {
  private static final Body NO_BODY = new Body.Choices(List.of());

  private final YamlMap yaml;
  private final Exam exam;
  private final String domain;

  /**
   * Prepares to read.
   *
   * @param domain the id of the domain that the file is named after
   */
  QuestionReader(YamlMap yaml, Exam exam, String domain) {
    this.yaml = yaml;
    this.exam = exam;
    this.domain = domain;
  }

  /** The question; not to be trusted if a problem was reported. */
  Question read() {
    yaml.onlyKeys(
        "id",
        "task",
        "type",
        "difficulty",
        "services",
        "stem",
        "options",
        "steps",
        "pairs",
        "explanation",
        "sources",
        "checked",
        "author",
        "licence",
        "enemies");
    Optional<QuestionType> type = type();
    Body body = type.map(known -> new BodyReader(yaml, known).read()).orElse(NO_BODY);
    String stem = Wording.text(yaml, "stem");
    type.ifPresent(known -> Wording.checkNumberOfKeys(yaml, stem, known, body));
    return new Question(
        Fields.id(yaml, "id"),
        task(),
        domain,
        type.orElse(QuestionType.MULTIPLE_CHOICE),
        yaml.choice("difficulty", Difficulty.class).orElse(Difficulty.MEDIUM),
        Fields.ids(yaml, "services"),
        stem,
        body,
        Wording.text(yaml, "explanation"),
        sources(),
        yaml.date("checked"),
        yaml.optionalText("author"),
        yaml.optionalText("licence"),
        Fields.ids(yaml, "enemies"));
  }

  private Optional<QuestionType> type() {
    Optional<QuestionType> type = yaml.choice("type", QuestionType.class);
    if (type.isPresent() && !exam.questionTypes().contains(type.get())) {
      String name = type.get().name().toLowerCase(Locale.ROOT);
      yaml.problem("type", "the exam has no " + name + " (see question_types in exam.yaml)");
    }
    return type;
  }

  private String task() {
    String task = yaml.text("task");
    Optional<Domain> owner = exam.domainOf(task);
    if (!task.isEmpty() && owner.isEmpty()) {
      yaml.problem("task", "the exam has no task '" + task + "'");
    } else if (owner.isPresent() && !owner.get().id().equals(domain)) {
      yaml.problem("task", "task " + task + " belongs in " + owner.get().id() + ".yaml");
    }
    return task;
  }

  private List<URI> sources() {
    return yaml.list("sources").stream().flatMap(node -> Fields.address(node).stream()).toList();
  }
}
