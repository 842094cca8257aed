package studycoach.pack.guess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ItemTest {
  private static final Item ONE =
      new Item("", List.of("a", "b", "c", "d"), List.of(true, false, false, false));
  private static final Item TWO =
      new Item("", List.of("a", "b", "c", "d", "e"), List.of(true, true, false, false, false));

  @Test
  void aBlindGuessPicksOneOfAllSets() {
    assertThat(ONE.chance()).isEqualTo(0.25);
    assertThat(TWO.chance()).isEqualTo(0.1);
    assertThat(ONE.score(new double[4])).isEqualTo(0.25);
    assertThat(TWO.score(new double[5])).isEqualTo(0.1);
  }

  @Test
  void theMostPreferredArePicked() {
    assertThat(ONE.score(new double[] {2, 1, 1, 0})).isEqualTo(1);
    assertThat(ONE.score(new double[] {1, 2, 0, 0})).isZero();
    assertThat(TWO.score(new double[] {2, 3, 1, 0, 0})).isEqualTo(1);
  }

  @Test
  void equalsAreDrawnByLot() {
    assertThat(ONE.score(new double[] {2, 2, 1, 2})).isCloseTo(1 / 3.0, within(1e-12));
    assertThat(TWO.score(new double[] {3, 1, 1, 1, 0})).isCloseTo(1 / 3.0, within(1e-12));
    assertThat(TWO.score(new double[] {1, 1, 1, 0, 0})).isCloseTo(1 / 3.0, within(1e-12));
  }

  @Test
  void halfOfTheKeysIsNothing() {
    assertThat(TWO.score(new double[] {3, 0, 2, 0, 0})).isZero();
    assertThat(TWO.score(new double[] {1, 1, 3, 0, 0})).isZero();
  }
}
