package studycoach.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BankTest {
  private static final String OTHER_EXAM =
      TestPack.EXAM.replace("X-1", "Y-1").replace("id: data", "id: store");

  @TempDir private Path questions;
  private TestPack pack;

  @BeforeEach
  void writePack() {
    pack = TestPack.in(questions);
  }

  @Test
  void readsAPackWhole() {
    Bank bank = pack.load();

    assertThat(bank.problems()).isEmpty();
    assertThat(ids(bank)).containsExactly("x-001", "x-002", "x-003", "x-004");
    Exam exam = bank.pack("x-1").orElseThrow().exam();
    assertThat(exam.code()).isEqualTo("X-1");
    assertThat(exam.closedOn()).contains(LocalDate.of(2026, 3, 31));
    assertThat(exam.questionTypes()).hasSize(4);
    assertThat(exam.domains())
        .contains(new Domain("modeling", "Modeling", 60, List.of(new Task("2.1", "Train"))));
  }

  @Test
  void readsEveryFieldOfAQuestion() {
    Question question = pack.load().question("x-002").orElseThrow();

    assertThat(question.domain()).isEqualTo("data");
    assertThat(question.task()).isEqualTo("1.2");
    assertThat(question.type()).isEqualTo(QuestionType.MULTIPLE_RESPONSE);
    assertThat(question.difficulty()).isEqualTo(Difficulty.HARD);
    assertThat(question.stem()).isEqualTo("Which two stream? Choose TWO.");
    assertThat(((Body.Choices) question.body()).keys()).containsExactly(0, 1);
    assertThat(question.sources()).hasToString("[https://example.org/b]");
    assertThat(question.author()).contains("Ada");
    assertThat(question.licence()).contains("CC0-1.0");
    assertThat(question.enemies()).containsExactly("x-001");
  }

  @Test
  void readsStepsAndPairsInTheirOrder() {
    Bank bank = pack.load();

    assertThat(bank.question("x-003").orElseThrow().body())
        .isEqualTo(
            new Body.Ordering(
                List.of(
                    new Body.Step("Split", "First."),
                    new Body.Step("Train", "Then."),
                    new Body.Step("Test", "Last."))));
    assertThat(((Body.Matching) bank.question("x-004").orElseThrow().body()).pairs())
        .contains(new Body.Pair("MAE", "Regression", "Numbers too."));
  }

  @Test
  void findsAPackInAnyLetterCase() {
    assertThat(pack.load().pack("X-1")).isPresent().isEqualTo(pack.load().pack("x-1"));
    assertThat(pack.load().pack("z-9")).isEmpty();
    assertThat(pack.load().question("X-001")).isEmpty();
  }

  @Test
  void leavesOutABrokenFileAndServesTheRest() {
    Bank bank = pack.write("x-1/modeling.yaml", "questions: [\n").load();

    assertThat(ids(bank)).containsExactly("x-001", "x-002");
    assertThat(bank.question("x-003")).isEmpty();
    assertThat(bank.problems())
        .singleElement()
        .asString()
        .startsWith("x-1/modeling.yaml:2: is not valid YAML");
  }

  @Test
  void leavesOutAFileInWhichOneQuestionBreaksOneRule() {
    assertThat(ids(pack.edit("x-1/modeling.yaml", "why: Numbers too.", "why: ''").load()))
        .containsExactly("x-001", "x-002");
  }

  @Test
  void leavesOutAPackWhoseExamIsBroken() {
    pack.write("y-1/exam.yaml", OTHER_EXAM).edit("x-1/exam.yaml", "minutes: 180", "minutes: long");
    Bank bank = pack.load();

    assertThat(bank.packs()).extracting(each -> each.exam().code()).containsExactly("Y-1");
    assertThat(bank.problems()).extracting("file").containsExactly("x-1/exam.yaml");
  }

  @Test
  void ordersPacksAndQuestionsByFile() {
    pack.write("y-1/exam.yaml", OTHER_EXAM);
    pack.write("b-1/exam.yaml", TestPack.EXAM.replace("X-1", "B-1"));

    assertThat(pack.load().packs())
        .extracting(each -> each.exam().code())
        .containsExactly("B-1", "X-1", "Y-1");
  }

  @Test
  void leavesOutTheLaterFileOfADuplicateId() {
    Bank bank = pack.edit("x-1/modeling.yaml", "x-004", "x-001").load();

    assertThat(ids(bank)).containsExactly("x-001", "x-002");
    assertThat(bank.problems())
        .extracting(Object::toString)
        .containsExactly("x-1/modeling.yaml:15: id: 'x-001' is taken by x-1/data.yaml:2");
  }

  @Test
  void reportsADuplicateIdInTheSameFile() {
    assertThat(pack.edit("x-1/modeling.yaml", "x-004", "x-003").problems())
        .containsExactly("x-1/modeling.yaml:15: id: 'x-003' is taken by x-1/modeling.yaml:2");
  }

  @Test
  void comparesEachDuplicateWithTheFirstPlace() {
    pack.edit("x-1/data.yaml", "id: x-002", "id: x-001")
        .edit("x-1/data.yaml", "[x-001]", "[x-003]");

    assertThat(pack.edit("x-1/modeling.yaml", "x-004", "x-001").problems())
        .containsExactly(
            "x-1/data.yaml:21: id: 'x-001' is taken by x-1/data.yaml:2",
            "x-1/modeling.yaml:15: id: 'x-001' is taken by x-1/data.yaml:2");
  }

  @Test
  void reportsADuplicateIdInAnotherPack() {
    pack.write("y-1/exam.yaml", OTHER_EXAM)
        .write("y-1/modeling.yaml", TestPack.MODELING.replace("x-003", "y-003"));
    Bank bank = pack.load();

    assertThat(ids(bank)).containsExactly("x-001", "x-002", "x-003", "x-004");
    assertThat(bank.problems())
        .extracting(Object::toString)
        .containsExactly("y-1/modeling.yaml:15: id: 'x-004' is taken by x-1/modeling.yaml:15");
  }

  @Test
  void reportsAnEnemyThatDoesNotExistButServesItsFile() {
    Bank bank = pack.edit("x-1/data.yaml", "enemies: [x-001]", "enemies: [x-001, x-009]").load();

    assertThat(ids(bank)).hasSize(4);
    assertThat(bank.problems())
        .extracting(Object::toString)
        .containsExactly("x-1/data.yaml:36: enemies: there is no question 'x-009'");
  }

  @Test
  void findsEnemiesInOtherPacksAndInBrokenFiles() {
    pack.write("y-1/exam.yaml", OTHER_EXAM)
        .write("y-1/modeling.yaml", TestPack.MODELING.replace("x-00", "y-00"))
        .edit("x-1/data.yaml", "enemies: [x-001]", "enemies: [x-003, y-004]")
        .edit("x-1/modeling.yaml", "why: First.", "because: First.");

    assertThat(pack.load().problems()).extracting("file").containsOnly("x-1/modeling.yaml");
  }

  @Test
  void refusesAQuestionAsItsOwnEnemy() {
    assertThat(pack.edit("x-1/data.yaml", "[x-001]", "[x-002]").problems())
        .containsExactly("x-1/data.yaml:36: enemies: a question can't be its own enemy");
  }

  @Test
  void reportsAFileThatIsNotNamedAfterADomain() {
    Bank bank = pack.write("x-1/modelling.yaml", TestPack.MODELING).load();

    assertThat(ids(bank)).hasSize(4);
    assertThat(bank.problems())
        .extracting(Object::toString)
        .containsExactly(
            "x-1/modelling.yaml: is not named after a domain of the exam,"
                + " did you mean 'modeling.yaml'?");
  }

  @Test
  void ignoresOtherFilesAndFolders() throws IOException {
    pack.write("services.yaml", "a: b").write("x-1/README.md", "#").write("notes/a.txt", "a");
    pack.write(".git/config.yaml", "a: b").write("x-1/.modeling.yaml", "a: b");
    Files.createDirectory(questions.resolve("empty"));

    assertThat(pack.problems()).isEmpty();
  }

  @Test
  void reportsAFolderOfYamlWithoutAnExam() {
    assertThat(pack.write("y-1/data.yaml", TestPack.DATA).problems())
        .containsExactly("y-1/exam.yaml: doesn't exist");
  }

  @Test
  void reportsAFolderInPlaceOfAFile() throws IOException {
    Files.delete(questions.resolve("x-1/modeling.yaml"));
    Files.createDirectory(questions.resolve("x-1/modeling.yaml"));

    assertThat(pack.problems()).containsExactly("x-1/modeling.yaml: is a folder, not a file");
  }

  @Test
  void reportsAFileWithoutQuestions() {
    assertThat(pack.write("x-1/modeling.yaml", "questions: []\n").problems())
        .containsExactly("x-1/modeling.yaml:1: questions: has no entry");
    assertThat(pack.write("x-1/modeling.yaml", "question:\n  - id: a\n").problems())
        .containsExactly(
            "x-1/modeling.yaml:1: question: unknown key 'question', did you mean 'questions'?",
            "x-1/modeling.yaml:1: questions: is missing");
  }

  @Test
  void reportsAMissingQuestionsFolder() {
    Path nowhere = questions.resolve("nowhere");
    Bank bank = Bank.load(nowhere);

    assertThat(bank.packs()).isEmpty();
    assertThat(bank.problems())
        .extracting(Object::toString)
        .containsExactly(nowhere + ": there is no such folder");
  }

  @Test
  void reportsAQuestionsFolderThatIsAFile() {
    Path file = questions.resolve("x-1/exam.yaml");

    assertThat(Bank.load(file).problems())
        .extracting(Object::toString)
        .containsExactly(file + ": is not a folder");
  }

  private static List<String> ids(Bank bank) {
    return bank.packs().stream()
        .flatMap(each -> each.questions().stream())
        .map(Question::id)
        .toList();
  }
}
