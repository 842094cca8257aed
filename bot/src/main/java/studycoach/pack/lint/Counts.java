package studycoach.pack.lint;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import studycoach.pack.Difficulty;
import studycoach.pack.Domain;
import studycoach.pack.Pack;
import studycoach.pack.Question;
import studycoach.pack.QuestionType;

/** How many questions a pack has of each domain, task, type and difficulty. */
public final class Counts {
  private static final String QUESTIONS = "questions";

  private final Pack pack;

  public Counts(Pack pack) {
    this.pack = pack;
  }

  /** Four tables, each after an empty line. What the pack has none of is listed too. */
  public List<String> lines() {
    return Stream.of(domains(), tasks(), types(), difficulties())
        .flatMap(table -> Stream.concat(Stream.of(""), table.lines().stream()))
        .toList();
  }

  private Table domains() {
    return new Table(
        List.of("domain", QUESTIONS, "share", "weight"),
        pack.exam().domains().stream().map(this::row).toList());
  }

  private List<String> row(Domain domain) {
    long count = count(question -> question.domain().equals(domain.id()));
    double share = 100.0 * count / Math.max(1, pack.questions().size());
    return List.of(
        domain.name(),
        String.valueOf(count),
        String.format(Locale.ROOT, "%.1f %%", share),
        domain.weight() + " %");
  }

  private Table tasks() {
    return new Table(
        List.of("task", QUESTIONS),
        pack.exam().domains().stream()
            .flatMap(domain -> domain.tasks().stream())
            .map(
                task ->
                    row(
                        task.id() + "  " + task.title(),
                        question -> question.task().equals(task.id())))
            .toList());
  }

  private Table types() {
    return new Table(
        List.of("type", QUESTIONS),
        Stream.of(QuestionType.values())
            .filter(pack.exam().questionTypes()::contains)
            .map(type -> row(written(type), question -> question.type() == type))
            .toList());
  }

  private Table difficulties() {
    return new Table(
        List.of("difficulty", QUESTIONS),
        Stream.of(Difficulty.values())
            .map(level -> row(written(level), question -> question.difficulty() == level))
            .toList());
  }

  private List<String> row(String name, Predicate<Question> which) {
    return List.of(name, String.valueOf(count(which)));
  }

  private long count(Predicate<Question> which) {
    return pack.questions().stream().filter(which).count();
  }

  private static String written(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
