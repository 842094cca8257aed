package studycoach.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExamRulesTest {
  @TempDir private Path questions;
  private TestPack pack;

  @BeforeEach
  void writePack() {
    pack = TestPack.in(questions);
  }

  @ParameterizedTest
  @CsvSource({
    "code, 1",
    "name, 2",
    "status, 3",
    "questions, 7",
    "scored, 8",
    "unscored, 9",
    "minutes, 10",
    "passing_score, 11",
    "question_types, 12",
    "price_usd, 13",
    "languages, 14",
    "validity_years, 15",
    "authors, 16",
    "licence, 17",
    "source, 18",
    "domains, 19"
  })
  void reportsEachMissingKey(String key, int line) {
    String misspelt = "zz" + key;
    pack.edit(
        "x-1/exam.yaml",
        line == 1 ? key + ":" : "\n" + key + ":",
        (line == 1 ? "" : "\n") + misspelt + ":");

    assertThat(pack.problems()).contains("x-1/exam.yaml:1: " + key + ": is missing");
    assertThat(pack.problems())
        .anyMatch(problem -> problem.startsWith("x-1/exam.yaml:" + line + ": " + misspelt));
  }

  @ParameterizedTest
  @ValueSource(strings = {"replaced_by: [Y-1]\n", "status_note: It closed.\n"})
  void allowsOptionalKeysToBeAbsent(String line) {
    assertThat(pack.edit("x-1/exam.yaml", line, "").problems()).isEmpty();
  }

  @Test
  void requiresTheFolderToHaveTheNameOfTheCode() {
    pack.edit("x-1/exam.yaml", "X-1", "X-2");

    assertThat(pack.problems())
        .containsExactly("x-1/exam.yaml:1: code: the folder must be named 'x-2', not 'x-1'");
  }

  @Test
  void refusesACodeThatCanBeNoFolder() {
    assertThat(pack.edit("x-1/exam.yaml", "X-1", "../X").problems())
        .singleElement()
        .asString()
        .startsWith("x-1/exam.yaml:1: code: must be made of");
  }

  @Test
  void requiresTheDayOnWhichAClosedExamClosed() {
    assertThat(pack.edit("x-1/exam.yaml", "closed_on: 2026-03-31\n", "").problems())
        .containsExactly("x-1/exam.yaml:1: closed_on: is missing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"open", "beta"})
  void refusesAClosingDayOfAnExamThatIsNotClosed(String status) {
    assertThat(pack.edit("x-1/exam.yaml", "status: closed", "status: " + status).problems())
        .containsExactly("x-1/exam.yaml:4: closed_on: is only for an exam whose status is closed");
  }

  @Test
  void refusesAnUnknownStatus() {
    assertThat(pack.edit("x-1/exam.yaml", "status: closed", "status: close").problems())
        .containsExactly(
            "x-1/exam.yaml:3: status: must be one of open, beta, closed, not 'close',"
                + " did you mean 'closed'?");
  }

  @Test
  void requiresScoredAndUnscoredToMakeUpTheQuestions() {
    assertThat(pack.edit("x-1/exam.yaml", "unscored: 15", "unscored: 14").problems())
        .containsExactly("x-1/exam.yaml:7: questions: must be scored + unscored, 64");
  }

  @ParameterizedTest
  @CsvSource({
    "minutes: 180, minutes: 0, 10, minutes",
    "passing_score: 750, passing_score: -1, 11, passing_score",
    "price_usd: 300, price_usd: free, 13, price_usd",
    "validity_years: 3, validity_years: 2.5, 15, validity_years",
    "languages: [English], languages: [], 14, languages",
    "authors: [Someone], authors: Someone, 16, authors",
    "source: https://example.org/guide, source: the guide, 18, source",
    "source: https://example.org/guide, source: file:///etc/passwd, 18, source",
    "name: Modeling, name: '', 27, name",
    "title: Ingest, title: '', 25, title",
  })
  void reportsAValueThatMakesNoSense(String from, String to, int line, String key) {
    assertThat(pack.edit("x-1/exam.yaml", from, to).load().problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.file()).isEqualTo("x-1/exam.yaml");
              assertThat(problem.line()).isEqualTo(line);
              assertThat(problem.key()).isEqualTo(key);
            });
  }

  @Test
  void refusesAQuestionTypeThatIsUnknownOrTwiceThere() {
    pack.edit("x-1/exam.yaml", "ordering, matching", "ordering, matching, ordering, essay");

    assertThat(pack.problems())
        .containsExactly(
            "x-1/exam.yaml:12: question_types: stands here for the second time",
            "x-1/exam.yaml:12: question_types: must be one of multiple_choice, multiple_response,"
                + " ordering, matching, not 'essay'");
  }

  @Test
  void requiresWeightsThatAddUpToOneHundred() {
    assertThat(pack.edit("x-1/exam.yaml", "weight: 40", "weight: 41").problems())
        .containsExactly("x-1/exam.yaml:19: domains: the weights must add up to 100, not 101");
  }

  @Test
  void refusesATaskIdThatIsTakenInAnyDomain() {
    assertThat(pack.edit("x-1/exam.yaml", "\"2.1\"", "\"1.2\"").problems())
        .containsExactly("x-1/exam.yaml:30: id: task '1.2' stands here for the second time");
  }

  @Test
  void refusesADomainIdThatIsTaken() {
    assertThat(pack.edit("x-1/exam.yaml", "id: modeling", "id: data").problems())
        .containsExactly("x-1/exam.yaml:26: id: stands here for the second time");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Data", "da_ta", "data-", "-data", "da--ta", "../data", "exam"})
  void refusesABadDomainId(String id) {
    assertThat(pack.edit("x-1/exam.yaml", "id: data", "id: " + id).load().problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.line()).isEqualTo(20))
        .satisfies(problem -> assertThat(problem.key()).isEqualTo("id"));
  }

  @Test
  void refusesUnknownKeysOfDomainsAndTasks() {
    pack.edit("x-1/exam.yaml", "weight: 40", "weight: 40\n    wieght: 1");
    pack.edit("x-1/exam.yaml", "title: Store", "title: Store, note: x");

    assertThat(pack.problems())
        .containsExactly(
            "x-1/exam.yaml:23: wieght: unknown key 'wieght', did you mean 'weight'?",
            "x-1/exam.yaml:25: note: unknown key 'note'");
  }

  @Test
  void requiresADomainToHaveTasks() {
    pack.edit("x-1/exam.yaml", "tasks:\n      - {id: \"2.1\", title: Train}", "tasks: []");

    assertThat(pack.problems()).containsExactly("x-1/exam.yaml:29: tasks: has no entry");
  }
}
