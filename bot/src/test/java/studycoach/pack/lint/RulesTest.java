package studycoach.pack.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static studycoach.pack.lint.TestFolder.DATA;
import static studycoach.pack.lint.TestFolder.EXAM;
import static studycoach.pack.lint.TestFolder.MODELING;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the rules draw the line. */
class RulesTest {
  private static final String KEY = "A larger weight of the penalty";
  private static final String DISTRACTOR = "A smaller share of validation rows";
  private static final String ASKING = "Which change may help it?";

  @TempDir private Path questions;
  private TestFolder folder;

  @BeforeEach
  void writeFolder() {
    folder = new TestFolder(questions);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Which of the following is not a remedy?",
        "Which change doesn't help it?",
        "What can't help it?",
        "All of these may help it, except?",
        "Which remedy is incorrect?",
        "Which remedy is least suitable?"
      })
  void findsNegativeQuestions(String asking) {
    assertThat(folder.edit(MODELING, ASKING, asking).findings())
        .singleElement()
        .asString()
        .startsWith("x-1/modeling.yaml:20: stem: asks for what does not hold");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Which change may NOT help it?",
        "Which change makes sure that it does not fail?",
        "Which change needs the least effort?",
        "Which policy refuses all rows except new ones?"
      })
  void letsEmphasisedAndPositiveQuestionsPass(String asking) {
    assertThat(folder.edit(MODELING, ASKING, asking).findings()).isEmpty();
  }

  @Test
  void findsADoubleNegation() {
    folder.edit(MODELING, ASKING, "Which change may NOT help it?");

    assertThat(folder.edit(MODELING, DISTRACTOR, "A schedule that does not end").findings())
        .containsExactly(
            "x-1/modeling.yaml:23: text: is negative, and so is the stem: nobody can read that");
  }

  @ParameterizedTest
  @ValueSource(strings = {"an only", "every one"})
  void weakAbsolutesTellKeysFromDistractorsOnlyIfAllDistractorsHaveThem(String absolute) {
    folder.edit(MODELING, "A smaller share", absolute).edit(MODELING, "A higher number", absolute);
    assertThat(folder.findings()).isEmpty();

    folder.edit(MODELING, "A longer schedule", absolute);
    assertThat(folder.findings()).singleElement().asString().contains(":21: options: each");
  }

  @Test
  void strongAbsolutesOnBothSidesTellNothing() {
    folder.edit(MODELING, KEY, "A weight that is never zero");

    assertThat(folder.edit(MODELING, DISTRACTOR, "A share that is never low").findings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Amazon S3 and AWS Glue, AWS Glue and Amazon S3",
    "Rows from 2024 by region, Rows from 2024 by the region",
    "A larger weight of rows, A larger weight of rows with stopping",
    "Between 10 and 20 rows, Between 20 and 40 rows",
    "5 to 10 %, 8 – 12 %"
  })
  void findsOverlappingOptions(String key, String distractor) {
    folder.edit(MODELING, KEY, key).edit(MODELING, DISTRACTOR, distractor);

    assertThat(folder.findings())
        .singleElement()
        .asString()
        .startsWith("x-1/modeling.yaml:23: text: ")
        .endsWith("the option in line 22");
  }

  @ParameterizedTest
  @CsvSource({
    "Spot for core nodes and On-Demand for task nodes, Spot for task nodes and On-Demand for core nodes",
    "Balanced accuracy over rows, Accuracy over rows",
    "Amazon S3 objects, Amazon S3 objects of Glacier",
    "Lower depth from 12 to 5, Lower depth from 12 to 8",
    "Between 10 and 20 rows, Between 21 and 40 rows"
  })
  void letsNeighboursPass(String key, String distractor) {
    folder.edit(MODELING, KEY, key).edit(MODELING, DISTRACTOR, distractor);

    assertThat(folder.findings()).isEmpty();
  }

  @Test
  void aSecondPairOfOppositesBalancesTheFirst() {
    folder.edit(MODELING, DISTRACTOR, "A smaller weight of the penalty");
    folder.edit(MODELING, "A higher number of hidden units", "A longer schedule of the units");

    assertThat(
            folder
                .edit(
                    MODELING, "A longer schedule of the epochs", "A shorter schedule of the units")
                .findings())
        .isEmpty();
  }

  @Test
  void aKeyMayBeMuchShorterNoMoreThanMuchLonger() {
    assertThat(folder.edit(MODELING, KEY, "A penalty").findings())
        .containsExactly(
            "x-1/modeling.yaml:22: text: stands out by its length: 9 characters,"
                + " the distractors have 31 to 34");
  }

  @Test
  void echoesThatDistractorsHaveTooAreFine() {
    folder.edit(
        DATA, "In an archive class of an object store", "In a museum of scans that nobody opens");
    folder.edit(
        DATA,
        "On block volumes of a stopped machine",
        "In the museum with scans that nobody opens");

    assertThat(folder.findings()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Is this a trick question?",
        "This came up in the real exam.",
        "Obviously, rows count.",
        "TODO add a reason."
      })
  void findsBannedPhrasesInReasons(String why) {
    assertThat(folder.edit(MODELING, "why: Smaller weights.", "why: \"" + why + "\"").findings())
        .singleElement()
        .asString()
        .startsWith("x-1/modeling.yaml:22: why: ");
  }

  @Test
  void aStemAsksForOneThing() {
    assertThat(
            folder.edit(MODELING, ASKING, "Which of the following statements is true?").findings())
        .containsExactly(
            "x-1/modeling.yaml:20: stem: 'Which of the following statements is true?'"
                + " asks for nothing in particular; ask for one thing");
  }

  @Test
  void sharesMayBeOffByLessThanOneQuestion() {
    folder.edit(EXAM, "weight: 50", "weight: 74");

    assertThat(folder.edit(EXAM, "weight: 50", "weight: 26").findings()).isEmpty();
  }

  @Test
  void sharesOfAPackWithABrokenFileAreNotLookedAt() {
    folder.edit(EXAM, "weight: 50", "weight: 75").edit(EXAM, "weight: 50", "weight: 25");

    assertThat(folder.edit(DATA, "checked: 2026-11-21", "checked: soon").findings()).isEmpty();
  }

  @Test
  void aDomainWithoutAFileIsShort() {
    folder.delete(MODELING);

    assertThat(folder.findings())
        .contains("x-1/exam.yaml:19: weight: data has 2 of 2 questions, 100.0 %; 1 would be due");
  }

  @Test
  void whatTheLinterFindsIsServedAllTheSame() {
    folder.edit(MODELING, KEY, "A penalty");

    assertThat(folder.bank().problems()).isEmpty();
    assertThat(folder.bank().bank().question("x-004")).isPresent();
  }
}
