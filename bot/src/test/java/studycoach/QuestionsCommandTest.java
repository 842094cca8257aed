package studycoach;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code coach questions} as an author uses it. */
class QuestionsCommandTest {
  private static final String EXAM =
      """
      code: X-1
      name: Exam X
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
        - {id: data, name: Data, weight: 100, tasks: [{id: "1.1", title: Store}, {id: "1.2", title: Load}]}
      """;

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final Random random = new Random(3);

  private int run(String... arguments) {
    return Main.commandLine().setOut(new PrintWriter(out)).execute(arguments);
  }

  private List<String> lines() {
    return out.toString().lines().toList();
  }

  private void writePack(int questions, String addedToKeys) throws IOException {
    Files.createDirectories(folder.resolve("x-1"));
    Files.writeString(folder.resolve("x-1/exam.yaml"), EXAM);
    Files.writeString(
        folder.resolve("x-1/data.yaml"),
        IntStream.range(0, questions)
            .mapToObj(number -> question(number, addedToKeys))
            .collect(Collectors.joining("", "questions:\n", "")));
  }

  private String question(int number, String addedToKey) {
    return """
      - id: x-%d
        task: "1.1"
        type: multiple_choice
        difficulty: easy
        services: []
        stem: %s?
        options:
          - {text: %s%s, key: true, why: Yes.}
          - {text: %s, why: No.}
          - {text: %s, why: No.}
          - {text: %s, why: No.}
        explanation: One. Two.
        sources: [https://example.org/a]
        checked: 2026-11-21
    """
        .formatted(number, words(15), words(3), addedToKey, words(3), words(3), words(3));
  }

  /** Of nine letters each, so that all options are of one length and no two texts are alike. */
  private String words(int count) {
    return Stream.generate(() -> random.ints(9, 'a', 'z' + 1).mapToObj(Character::toString))
        .limit(count)
        .map(letters -> letters.collect(Collectors.joining()))
        .collect(Collectors.joining(" "));
  }

  @Test
  void aCleanPackHasNoProblems() throws IOException {
    writePack(3, "");

    assertThat(run("questions", "check", folder.toString())).isZero();
    assertThat(lines()).containsExactly("X-1: 3 questions", "No problems.");
  }

  @Test
  void aFindingIsNamedWithItsPlaceAndFails() throws IOException {
    writePack(3, ".");

    assertThat(run("questions", "check", folder.toString())).isEqualTo(1);
    assertThat(lines())
        .startsWith("x-1/data.yaml:8: options: some end with a full stop and some don't")
        .endsWith("X-1: 3 questions", "3 findings; the bot serves these questions all the same.");
  }

  @Test
  void aProblemOfTheFormatFails() throws IOException {
    writePack(3, "");
    Files.writeString(folder.resolve("x-1/other.yaml"), "questions: []");

    assertThat(run("questions", "check", folder.toString())).isEqualTo(1);
    assertThat(lines()).contains("1 problems; the files that they are in are left out.");
  }

  @Test
  void aGiveAwayOfALargePackIsAFinding() throws IOException {
    writePack(100, " aaaaaaaaa");

    assertThat(run("questions", "check", folder.toString())).isZero();
    assertThat(run("questions", "check", "--guess", folder.toString())).isEqualTo(1);
    assertThat(lines())
        .contains(
            "x-1/exam.yaml:1: code: keys give themselves away: who picks by 'the longest option'"
                + " scores 100.0 %, 75.0 points above chance");
  }

  @Test
  void aGiveAwayOfASmallPackIsOnlyShown() throws IOException {
    writePack(99, " aaaaaaaaa");

    assertThat(run("questions", "check", "--guess", folder.toString())).isZero();
    assertThat(lines())
        .anyMatch(
            line -> line.matches("the longest option +100.0 % +96.3 to 100.0 % .*75.0 points"))
        .contains("(shown only: fewer than 100 questions prove little)");
  }

  @Test
  void countsWhatThereIs() throws IOException {
    writePack(3, "");

    assertThat(run("questions", "stats", folder.toString())).isZero();
    assertThat(lines())
        .contains("X-1: 3 questions")
        .contains("Data            3  100.0 %   100 %")
        .contains("1.1  Store          3", "1.2  Load           0")
        .contains("multiple_choice          3")
        .contains("easy                3", "medium              0", "hard                0");
  }

  @Test
  void questionsAloneTellsWhatThereIsToDo() {
    StringWriter err = new StringWriter();

    assertThat(Main.commandLine().setErr(new PrintWriter(err)).execute("questions")).isEqualTo(2);
    assertThat(err.toString()).contains("check").contains("stats");
  }
}
