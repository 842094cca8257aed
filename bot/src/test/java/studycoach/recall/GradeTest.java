package studycoach.recall;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class GradeTest {
  @ParameterizedTest
  @EnumSource(Confidence.class)
  void whatIsWrongIsLearntAgainHoweverSureTheLearnerWas(Confidence confidence) {
    assertThat(Grade.of(false, confidence)).isEqualTo(Grade.AGAIN);
  }

  @ParameterizedTest
  @CsvSource({"GUESS, HARD", "THINK, GOOD", "SURE, GOOD"})
  void aRightGuessCountsForLessThanARightAnswer(Confidence confidence, Grade grade) {
    assertThat(Grade.of(true, confidence)).isEqualTo(grade);
  }

  @ParameterizedTest
  @CsvSource({
    "false, SURE, SURE_BUT_WRONG",
    "false, THINK, WRONG",
    "false, GUESS, WRONG",
    "true, SURE, FADING",
    "true, GUESS, FADING"
  })
  void theNeedIsThatOfTheLastAnswer(boolean right, Confidence confidence, Need need) {
    assertThat(Need.after(right, confidence)).isEqualTo(need);
  }
}
