package studycoach.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import studycoach.pack.Bank;

/**
 * Packs of questions that are easily told apart: {@code a-1} is of the domain {@code a} and asks
 * what a-1 is.
 */
public final class SmallPack {
  private static final Pattern ASKED = Pattern.compile("What is ([a-z]+-\\d+)\\?");

  private final Path questions;
  private final Map<String, String> enemies = new HashMap<>();

  /**
   * @param questions an empty folder
   */
  public SmallPack(Path questions) {
    this.questions = questions;
  }

  /** The ids of the questions that a text asks. */
  public static List<String> asked(String text) {
    return ASKED.matcher(text).results().map(found -> found.group(1)).toList();
  }

  public static String domain(String id) {
    return id.substring(0, id.indexOf('-'));
  }

  /** Lets a question give another one away, in what is written from now on. */
  public SmallPack enemies(String question, String other) {
    enemies.put(question, other);
    return this;
  }

  /** Writes an exam anew, its domains having equal weights. */
  public SmallPack exam(String code, List<String> ids) {
    Map<String, String> domains =
        ids.stream()
            .collect(
                Collectors.groupingBy(
                    SmallPack::domain,
                    TreeMap::new,
                    Collectors.mapping(this::question, Collectors.joining())));
    Path folder = questions.resolve(code.toLowerCase(Locale.ROOT));
    write(folder.resolve("exam.yaml"), exam(code, domains.keySet().stream().toList(), 100));
    domains.forEach((domain, of) -> write(folder.resolve(domain + ".yaml"), "questions:\n" + of));
    return this;
  }

  private static String exam(String code, List<String> domains, int whole) {
    StringBuilder listed = new StringBuilder();
    int rest = whole;
    for (int at = 0; at < domains.size(); at++) {
      int weight = rest / (domains.size() - at);
      rest -= weight;
      listed.append(
          "  - {id: %1$s, name: Domain %1$s, weight: %2$d, tasks: [{id: t%1$s, title: Know}]}\n"
              .formatted(domains.get(at), weight));
    }
    return """
        code: %s
        name: An exam
        status: open
        questions: 65
        scored: 50
        unscored: 15
        minutes: 180
        passing_score: 750
        question_types: [multiple_choice]
        price_usd: 300
        languages: [English]
        validity_years: 3
        authors: [Someone]
        licence: CC-BY-4.0
        source: https://example.org/guide
        domains:
        """
            .formatted(code)
        + listed;
  }

  private String question(String id) {
    return """
          - id: %1$s
            task: t%2$s
            type: multiple_choice
            difficulty: easy
            services: [s3]
            stem: What is %1$s?
            options:
              - {text: Delta, key: true, why: Reason one.}
              - {text: Alpha, why: Reason two.}
              - {text: Charlie, why: Reason three.}
              - {text: Bravo, why: Reason four.}
            explanation: The lesson.
            sources: [https://example.org/a]
            checked: 2026-11-21
            enemies: [%3$s]
        """
        .formatted(id, domain(id), enemies.getOrDefault(id, ""));
  }

  private static void write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Bank load() {
    Bank bank = Bank.load(questions);
    if (!bank.problems().isEmpty()) {
      throw new IllegalStateException(bank.problems().toString());
    }
    return bank;
  }
}
