package studycoach.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import studycoach.pack.guess.Guessing;
import studycoach.pack.lint.Linter;

class RealPacksTest {
  private final PlacedBank placed = PlacedBank.load(questionsFolder());
  private final Bank bank = placed.bank();

  @Test
  void ourPacksHaveNoProblem() {
    assertThat(bank.problems()).isEmpty();
    assertThat(bank.packs())
        .isNotEmpty()
        .allSatisfy(pack -> assertThat(pack.questions()).isNotEmpty());
  }

  @Test
  void theLinterFindsNothingInOurPacks() {
    assertThat(questionsFolder().resolve("services.yaml")).exists();
    assertThat(Linter.findings(questionsFolder(), placed)).isEmpty();
  }

  @Test
  void ourKeysDoNotGiveThemselvesAway() {
    assertThat(Guessing.findings(placed)).isEmpty();
  }

  @Test
  void everyQuestionSurvivesJson() {
    assertThat(bank.packs().stream().flatMap(pack -> pack.questions().stream()))
        .allSatisfy(
            question ->
                assertThat(QuestionJson.read(QuestionJson.write(question))).isEqualTo(question));
  }

  private static Path questionsFolder() {
    Path here = Path.of("").toAbsolutePath();
    return Stream.iterate(here, folder -> folder != null, Path::getParent)
        .map(folder -> folder.resolve("questions"))
        .filter(Files::isDirectory)
        .findFirst()
        .orElseThrow();
  }
}
