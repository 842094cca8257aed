package studycoach.markup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
  private static final List<String> KNOWN =
      List.of("quiz", "leaderboard", "review", "Europe/Paris", "MLS-C01");

  @ParameterizedTest
  @CsvSource({
    "quizz, quiz",
    "qiuz, quiz",
    "QUZ, quiz",
    "leadrebord, leaderboard",
    "lead, leaderboard",
    "europe/pari, Europe/Paris",
    "mlsc01, MLS-C01",
    "rewiev, review"
  })
  void forgivesAFewSlips(String typed, String meant) {
    assertThat(Nearest.of(typed, KNOWN)).contains(meant);
  }

  @ParameterizedTest
  @CsvSource({"zebra", "q", "''", "help"})
  void guessesNothingWildly(String typed) {
    assertThat(Nearest.of(typed, KNOWN)).isEmpty();
  }

  @Test
  void doesNotWorkThroughAVeryLongWord() {
    assertThat(Nearest.of("quiz".repeat(100_000), KNOWN)).isEmpty();
  }
}
