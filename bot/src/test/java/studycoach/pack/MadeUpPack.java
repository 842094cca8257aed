package studycoach.pack;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * An exam X-1 whose questions are made by rule: three domains, every difficulty, one key or two.
 */
public final class MadeUpPack {
  public static final String EXAM = "X-1";
  private static final List<String> DOMAINS = List.of("data", "modeling", "operations");
  private static final List<Integer> WEIGHTS = List.of(30, 50, 20);
  private static final List<Difficulty> DIFFICULTIES = List.of(Difficulty.values());
  private static final int DOUBLE_KEY_EVERY = 5;

  private MadeUpPack() {}

  public static Bank of(int questions) {
    return of(domains(), IntStream.range(0, questions).mapToObj(MadeUpPack::question).toList());
  }

  /** An exam of these domains with these questions. */
  public static Bank of(List<Domain> domains, List<Question> questions) {
    return new Bank(List.of(new Pack(exam(domains), questions)), List.of());
  }

  private static Question question(int number) {
    String id = String.format(Locale.ROOT, "x-%03d", number);
    int domain = number % DOMAINS.size();
    int keys = number % DOUBLE_KEY_EVERY == 0 ? 2 : 1;
    List<Body.Option> options =
        IntStream.range(0, keys + 3)
            .mapToObj(at -> new Body.Option("Option " + at + " of " + id, at < keys, "So it is."))
            .toList();
    return question(
        id,
        DIFFICULTIES.get(number / DOMAINS.size() % DIFFICULTIES.size()),
        domains().get(domain),
        "What is right in " + id + "?",
        options,
        "An idea.");
  }

  /** A question with options of a domain's first task, as simple as may be in all else. */
  public static Question question(
      String id,
      Difficulty difficulty,
      Domain domain,
      String stem,
      List<Body.Option> options,
      String explanation) {
    return question(id, difficulty, domain, stem, new Body.Choices(options), explanation);
  }

  /** The same with steps or pairs, too. */
  public static Question question(
      String id, Difficulty difficulty, Domain domain, String stem, Body body, String explanation) {
    return new Question(
        id,
        domain.tasks().get(0).id(),
        domain.id(),
        type(body),
        difficulty,
        List.of(),
        stem,
        body,
        explanation,
        List.of(URI.create("https://example.org/" + id)),
        LocalDate.EPOCH,
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  private static QuestionType type(Body body) {
    if (body instanceof Body.Choices choices) {
      return choices.keys().size() == 1
          ? QuestionType.MULTIPLE_CHOICE
          : QuestionType.MULTIPLE_RESPONSE;
    }
    return body instanceof Body.Ordering ? QuestionType.ORDERING : QuestionType.MATCHING;
  }

  /** A bank of nothing but one question. */
  public static Bank ofOne(String stem, Body body) {
    Domain domain = new Domain("data", "Domain 0", 100, List.of(new Task("1.1", "Task")));
    return of(
        List.of(domain),
        List.of(question("x-000", Difficulty.MEDIUM, domain, stem, body, "An idea.")));
  }

  private static List<Domain> domains() {
    return IntStream.range(0, DOMAINS.size())
        .mapToObj(
            at ->
                new Domain(
                    DOMAINS.get(at),
                    "Domain " + at,
                    WEIGHTS.get(at),
                    List.of(new Task(at + 1 + ".1", "Task"))))
        .toList();
  }

  private static Exam exam(List<Domain> domains) {
    return new Exam(
        EXAM,
        "Exam X",
        ExamStatus.OPEN,
        Optional.empty(),
        List.of(),
        Optional.empty(),
        65,
        50,
        15,
        180,
        750,
        Set.of(QuestionType.values()),
        300,
        List.of("English"),
        3,
        List.of("Someone"),
        "CC-BY-4.0",
        "https://example.org/guide",
        domains);
  }
}
