package studycoach.pack;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import studycoach.yaml.YamlMap;
import studycoach.yaml.YamlNode;

/** Reads an {@code exam.yaml}; its fields are checked one by one, then together. */
final class ExamReader {
  private static final int MOST_QUESTIONS = 1000;
  private static final int MOST_MINUTES = 24 * 60;
  private static final int HIGHEST_SCORE = 10_000;
  private static final int HIGHEST_PRICE = 100_000;
  private static final int MOST_YEARS = 100;

  private final YamlMap yaml;
  private final String folder;

  ExamReader(YamlMap yaml, String folder) {
    this.yaml = yaml;
    this.folder = folder;
  }

  /** The exam; not to be trusted if a problem was reported. */
  Exam read() {
    yaml.onlyKeys(
        "code",
        "name",
        "status",
        "closed_on",
        "replaced_by",
        "status_note",
        "questions",
        "scored",
        "unscored",
        "minutes",
        "passing_score",
        "question_types",
        "price_usd",
        "languages",
        "validity_years",
        "authors",
        "licence",
        "source",
        "domains");
    int questions = yaml.number("questions", 1, MOST_QUESTIONS);
    int scored = yaml.number("scored", 1, MOST_QUESTIONS);
    int unscored = yaml.number("unscored", 0, MOST_QUESTIONS);
    checkSum(questions, scored, unscored);
    Optional<ExamStatus> status = yaml.choice("status", ExamStatus.class);
    return new Exam(
        code(),
        yaml.text("name"),
        status.orElse(ExamStatus.OPEN),
        status.flatMap(this::closedOn),
        yaml.optionalStrings("replaced_by"),
        yaml.optionalText("status_note"),
        questions,
        scored,
        unscored,
        yaml.number("minutes", 1, MOST_MINUTES),
        yaml.number("passing_score", 1, HIGHEST_SCORE),
        questionTypes(),
        yaml.number("price_usd", 0, HIGHEST_PRICE),
        yaml.strings("languages"),
        yaml.number("validity_years", 1, MOST_YEARS),
        yaml.strings("authors"),
        yaml.text("licence"),
        source(),
        new DomainsReader(yaml).read());
  }

  private void checkSum(int questions, int scored, int unscored) {
    boolean given = yaml.has("questions") && yaml.has("scored") && yaml.has("unscored");
    if (given && scored + unscored != questions) {
      yaml.problem("questions", "must be scored + unscored, " + (scored + unscored));
    }
  }

  private String code() {
    String code = yaml.text("code");
    String lower = code.toLowerCase(Locale.ROOT);
    if (!code.isEmpty() && !Fields.isId(lower)) {
      yaml.problem("code", "must be made of letters, digits and single hyphens, like MLS-C01");
    } else if (!code.isEmpty() && !lower.equals(folder)) {
      yaml.problem("code", "the folder must be named '" + lower + "', not '" + folder + "'");
    }
    return code;
  }

  private Optional<LocalDate> closedOn(ExamStatus status) {
    if (status == ExamStatus.CLOSED) {
      return Optional.of(yaml.date("closed_on"));
    }
    if (yaml.has("closed_on")) {
      yaml.problem("closed_on", "is only for an exam whose status is closed");
    }
    return Optional.empty();
  }

  private Set<QuestionType> questionTypes() {
    Set<QuestionType> types = EnumSet.noneOf(QuestionType.class);
    for (YamlNode entry : yaml.list("question_types")) {
      Optional<QuestionType> type = entry.choice(QuestionType.class);
      if (type.isPresent() && !types.add(type.get())) {
        entry.problem("stands here for the second time");
      }
    }
    return types;
  }

  private String source() {
    yaml.find("source").ifPresent(Fields::address);
    return yaml.text("source");
  }
}
