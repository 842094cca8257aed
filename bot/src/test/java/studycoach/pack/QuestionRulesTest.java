package studycoach.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionRulesTest {
  private static final String DATA = "x-1/data.yaml";
  private static final String MODELING = "x-1/modeling.yaml";

  @TempDir private Path questions;
  private TestPack pack;

  @BeforeEach
  void writePack() {
    pack = TestPack.in(questions);
  }

  @ParameterizedTest
  @CsvSource({
    "id: x-001, id",
    "task: \"1.1\", task",
    "type: multiple_choice, type",
    "difficulty: easy, difficulty",
    "stem: Which store is cheapest?, stem",
    "explanation: Objects are cheap., explanation",
    "sources: [https://example.org/a], sources",
    "checked: 2026-11-21, checked"
  })
  void reportsEachMissingKey(String line, String key) {
    // The key stands after a dash, so it is replaced and not removed.
    pack.edit(DATA, line, "author: Ada").edit(DATA, "enemies: [x-001]", "enemies: []");

    assertThat(pack.problems()).containsExactly("x-1/data.yaml:2: " + key + ": is missing");
  }

  @Test
  void reportsMissingOptionsStepsAndPairs() {
    pack.edit(DATA, "options:", "optoins:");
    pack.edit(MODELING, "steps:", "stpes:").edit(MODELING, "pairs:", "piars:");

    assertThat(pack.problems())
        .containsExactly(
            "x-1/data.yaml:2: options: is missing",
            "x-1/data.yaml:8: optoins: unknown key 'optoins', did you mean 'options'?",
            "x-1/modeling.yaml:2: steps: is missing",
            "x-1/modeling.yaml:8: stpes: unknown key 'stpes', did you mean 'steps'?",
            "x-1/modeling.yaml:15: pairs: is missing",
            "x-1/modeling.yaml:21: piars: unknown key 'piars', did you mean 'pairs'?");
  }

  @Test
  void namesTheLineOfAnUnknownTask() {
    assertThat(pack.edit(DATA, "task: \"1.2\"", "task: \"1.3\"").problems())
        .containsExactly("x-1/data.yaml:22: task: the exam has no task '1.3'");
  }

  @Test
  void refusesATaskOfAnotherDomain() {
    assertThat(pack.edit(DATA, "task: \"1.2\"", "task: \"2.1\"").problems())
        .containsExactly("x-1/data.yaml:22: task: task 2.1 belongs in modeling.yaml");
  }

  @Test
  void refusesATypeThatTheExamLacks() {
    assertThat(pack.edit("x-1/exam.yaml", "ordering, matching", "matching").problems())
        .containsExactly(
            "x-1/modeling.yaml:4: type: the exam has no ordering"
                + " (see question_types in exam.yaml)");
  }

  @Test
  void refusesAnUnknownDifficulty() {
    assertThat(pack.edit(DATA, "difficulty: easy", "difficulty: eazy").problems())
        .containsExactly(
            "x-1/data.yaml:5: difficulty: must be one of easy, medium, hard, not 'eazy',"
                + " did you mean 'easy'?");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "X-001",
        "x_001",
        "x 1",
        "x--1",
        "-x",
        "x-",
        "ä1",
        "a123456789-123456789-123456789-123456789-"
      })
  void refusesABadId(String id) {
    assertThat(pack.edit(MODELING, "id: x-003", "id: " + id).problems())
        .containsExactly(
            "x-1/modeling.yaml:2: id: must be made of a-z, 0-9 and single hyphens,"
                + " at most 40 characters");
  }

  @Test
  void allowsAnIdOfFortyCharacters() {
    assertThat(pack.edit(MODELING, "id: x-003", "id: " + "a".repeat(40)).problems()).isEmpty();
    assertThat(pack.edit(MODELING, "id: aaa", "id: aaaa").problems()).hasSize(1);
  }

  @Test
  void refusesABadNameOfAService() {
    assertThat(pack.edit(DATA, "[s3]", "[Amazon S3]").load().problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.line()).isEqualTo(6))
        .satisfies(problem -> assertThat(problem.key()).isEqualTo("services"));
  }

  @Test
  void refusesASecondKeyOfAMultipleChoice() {
    assertThat(pack.edit(DATA, "text: Memory", "text: Memory\n        key: true").problems())
        .containsExactly(
            "x-1/data.yaml:8: options: a multiple_choice has exactly one key, this one has 2");
  }

  @Test
  void refusesAMultipleChoiceWithoutAKey() {
    assertThat(pack.edit(DATA, "key: true", "key: false").problems())
        .containsExactly(
            "x-1/data.yaml:8: options: a multiple_choice has exactly one key, this one has 0");
  }

  @Test
  void refusesAMultipleChoiceOfThreeOrFiveOptions() {
    String fourth = "      - text: Memory\n        why: Dearest.\n";
    pack.edit(DATA, fourth, "");
    assertThat(pack.problems())
        .containsExactly(
            "x-1/data.yaml:8: options: a multiple_choice has exactly 4 options, this one has 3");

    pack.edit(
        DATA, "    explanation", fourth + fourth.replace("Memory", "Tape") + "    explanation");
    assertThat(pack.problems())
        .containsExactly(
            "x-1/data.yaml:8: options: a multiple_choice has exactly 4 options, this one has 5");
  }

  @Test
  void refusesAMultipleResponseOfFourOptions() {
    assertThat(pack.edit(DATA, "      - {text: Five, why: Batch as well.}\n", "").problems())
        .containsExactly(
            "x-1/data.yaml:27: options: a multiple_response has 5 to 6 options, this one has 4");
  }

  @Test
  void refusesAMultipleResponseOfSevenOptions() {
    String more = "- {text: Six, why: No.}\n      - {text: Seven, why: No.}\n      ";
    assertThat(pack.edit(DATA, "- {text: Five", more + "- {text: Five").problems())
        .containsExactly(
            "x-1/data.yaml:27: options: a multiple_response has 5 to 6 options, this one has 7");
  }

  @Test
  void refusesAMultipleResponseWithOneOrFourKeys() {
    pack.edit(DATA, "{text: Two, key: true", "{text: Two, key: false");
    assertThat(pack.problems())
        .containsExactly(
            "x-1/data.yaml:27: options: a multiple_response has 2 to 3 keys, this one has 1");

    pack.edit(DATA, "key: false", "key: true");
    pack.edit(DATA, "{text: Three", "{text: Three, key: true");
    pack.edit(DATA, "{text: Four", "{text: Four, key: true");
    assertThat(pack.problems())
        .containsExactly(
            "x-1/data.yaml:27: options: a multiple_response has 2 to 3 keys, this one has 4");
  }

  @Test
  void acceptsAMultipleResponseOfSixOptionsWithThreeKeys() {
    pack.edit(DATA, "- {text: Five", "- {text: Six, key: true, why: Yes.}\n      - {text: Five");

    assertThat(pack.edit(DATA, "Choose TWO.", "Choose THREE.").problems()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Which two stream?",
        "Which stream? Choose THREE.",
        "Choose two.",
        "Choose TWO. Choose THREE."
      })
  void requiresAMultipleResponseToAnnounceItsNumberOfKeys(String stem) {
    assertThat(pack.edit(DATA, "Which two stream? Choose TWO.", stem).problems())
        .containsExactly(
            "x-1/data.yaml:26: stem: must say 'Choose TWO.', since 2 options are keys");
  }

  @Test
  void refusesAMultipleChoiceThatAsksForTwo() {
    assertThat(pack.edit(DATA, "cheapest?", "cheapest? Choose TWO.").problems())
        .containsExactly("x-1/data.yaml:7: stem: only a multiple_response asks for two or three");
  }

  @Test
  void refusesTooFewOrTooManySteps() {
    String step = "      - {text: Test, why: Last.}\n";
    pack.edit(MODELING, step, "");
    assertThat(pack.problems())
        .containsExactly(
            "x-1/modeling.yaml:8: steps: an ordering has 3 to 5 steps, this one has 2");

    String four = step + step.replace("Test", "A") + step.replace("Test", "B");
    pack.edit(MODELING, "    explanation", four + step.replace("Test", "C") + "    explanation");
    assertThat(pack.problems())
        .containsExactly(
            "x-1/modeling.yaml:8: steps: an ordering has 3 to 5 steps, this one has 6");
  }

  @Test
  void refusesTooFewOrTooManyPairs() {
    String pair = "      - {prompt: F1, match: Classification, why: Classes.}\n";
    pack.edit(MODELING, pair, "");
    assertThat(pack.problems())
        .containsExactly(
            "x-1/modeling.yaml:21: pairs: a matching has 3 to 7 pairs, this one has 2");

    StringBuilder six = new StringBuilder();
    for (int number = 1; number <= 6; number++) {
      six.append(pair.replace("F1", "F" + number));
    }
    pack.edit(MODELING, "    explanation: Metrics", six + "    explanation: Metrics");
    assertThat(pack.problems())
        .containsExactly(
            "x-1/modeling.yaml:21: pairs: a matching has 3 to 7 pairs, this one has 8");
  }

  @ParameterizedTest
  @CsvSource({
    "data, text: Block store, text: '', 12, text",
    "data, why: Dear., why: '', 13, why",
    "data, '{text: Three, why: Batch.}', '{text: Three}', 30, why",
    "data, '{text: Three, why: Batch.}', '{why: Batch.}', 30, text",
    "modeling, '{text: Train, why: Then.}', '{text: Train}', 10, why",
    "modeling, '{text: Train, why: Then.}', '{why: Then.}', 10, text",
    "modeling, '{prompt: MAE, match: Regression, ', '{prompt: MAE, ', 23, match",
    "modeling, 'prompt: MAE, ', '', 23, prompt",
    "modeling, ', why: Numbers too.', '', 23, why",
    "data, key: true, key: yes, 10, key",
    "data, 'why: Right.', 'reason: Right.\n        why: Right.', 11, reason",
    "modeling, 'why: Then.', 'why: Then., key: true', 10, key",
    "modeling, 'why: Numbers.', 'why: Numbers., key: true', 22, key",
  })
  void requiresEachOptionStepAndPairToBeComplete(
      String file, String from, String to, int line, String key) {
    String path = "x-1/" + file + ".yaml";
    var found = pack.edit(path, from, to.replace("\\n", "\n")).load().problems();

    assertThat(found)
        .anySatisfy(
            problem -> {
              assertThat(problem.file()).isEqualTo(path);
              assertThat(problem.line()).isEqualTo(line);
              assertThat(problem.key()).isEqualTo(key);
            });
  }

  @ParameterizedTest
  @CsvSource({
    "data, text: Memory, text: block  STORE, 16, text",
    "modeling, text: Test, text: split, 11, text",
    "modeling, prompt: F1, prompt: rmse, 24, prompt",
  })
  void refusesTextsThatAreTheSame(String file, String from, String to, int line, String key) {
    assertThat(pack.edit("x-1/" + file + ".yaml", from, to).problems())
        .containsExactly(
            "x-1/" + file + ".yaml:" + line + ": " + key + ": stands here for the second time");
  }

  @Test
  void allowsPairsToShareTheirMatch() {
    assertThat(pack.edit(MODELING, "Classification", "Regression").problems()).isEmpty();
  }

  @Test
  void refusesOptionsInAnOrdering() {
    pack.edit(MODELING, "    steps:", "    options: []\n    steps:");

    assertThat(pack.problems())
        .containsExactly("x-1/modeling.yaml:8: options: an ordering has steps instead");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "example.org", "[ftp://example.org]", "[https://]", "[\"a b\"]"})
  void requiresAWebPageAsSource(String sources) {
    assertThat(pack.edit(DATA, "[https://example.org/a]", sources).load().problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.file()).isEqualTo(DATA))
        .satisfies(problem -> assertThat(problem.line()).isEqualTo(19))
        .satisfies(problem -> assertThat(problem.key()).isEqualTo("sources"));
  }

  @Test
  void refusesACheckedThatIsNoDay() {
    assertThat(pack.edit(DATA, "checked: 2026-11-21", "checked: yesterday").problems())
        .containsExactly(
            "x-1/data.yaml:20: checked: must be a date like 2026-11-21, not 'yesterday'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "All of the above",
        "Both of the above",
        "A and C",
        "Both A and B",
        "A, B and C",
        "As option B, but cheaper",
        "The first option with a cache",
        "Like choice C with a cache",
        "Like option (B) with a cache",
        "Right, so the answer is C",
        "The previous option with a cache",
        "The option above"
      })
  void refusesTextThatRefersToAPlace(String text) {
    assertThat(pack.edit(DATA, "text: Memory", "text: " + text).load().problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.line()).isEqualTo(16))
        .satisfies(problem -> assertThat(problem.key()).isEqualTo("text"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "An option a team can afford",
        "Options 2.5 times as dear",
        "A/B test the options",
        "Model A and model B",
        "Answers A/B tests",
        "The answer is A small model",
        "The previous answer of the model",
        "The last layer",
        "A",
        "All values above zero"
      })
  void allowsTextThatOnlyLooksLikeAPlace(String text) {
    assertThat(pack.edit(DATA, "text: Memory", "text: " + text).problems()).isEmpty();
  }

  @Test
  void reportsAllProblemsOfAFile() {
    pack.edit(DATA, "difficulty: easy", "difficulty: 3")
        .edit(DATA, "text: Memory", "text:")
        .edit(DATA, "stem: Which two stream? Choose TWO.", "stem:")
        .edit(DATA, "enemies: [x-001]", "enemy: [x-001]");

    assertThat(pack.load().problems())
        .extracting(problem -> problem.line() + " " + problem.key())
        .containsExactly("5 difficulty", "16 text", "26 stem", "36 enemy");
  }
}
