package studycoach.recall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.IOException;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class TsFsrsTest {
  // Of the value, since ts-fsrs rounds all that it keeps to 8 decimals.
  private static final Percentage MILLIONTH = withinPercentage(1e-4);
  private final Fsrs fsrs = new Fsrs();

  @Test
  void aThousandHistoriesLeaveTheSameMemoryAtEachAnswer() throws IOException {
    List<History> histories = History.recorded();
    assertThat(histories).hasSize(1000);
    histories.forEach(this::replay);
  }

  private void replay(History history) {
    List<History.Answer> answers = history.answers();
    Memory memory = fsrs.first(answers.get(0).grade());
    compare(memory, answers.get(0));
    for (History.Answer answer : answers.subList(1, answers.size())) {
      memory = fsrs.next(memory, answer.days(), answer.grade());
      compare(memory, answer);
    }
  }

  private static void compare(Memory memory, History.Answer answer) {
    assertThat(memory.stability()).isCloseTo(answer.stability(), MILLIONTH);
    assertThat(memory.difficulty()).isCloseTo(answer.difficulty(), MILLIONTH);
  }
}
