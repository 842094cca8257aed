package studycoach.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RealPacksTest {
  private final Bank bank = Bank.load(questionsFolder());

  @Test
  void ourPacksHaveNoProblem() {
    assertThat(bank.problems()).isEmpty();
    assertThat(bank.packs())
        .isNotEmpty()
        .allSatisfy(pack -> assertThat(pack.questions()).isNotEmpty());
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
