package studycoach.study.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import studycoach.study.draw.Accuracy;

class IntervalTest {

  /** R: prop.test(14, 22, correct = FALSE). */
  @Test
  void isWilsons() {
    Interval interval = Interval.of(new Accuracy(14, 22));

    assertThat(interval.low()).isCloseTo(0.4295, within(1e-4));
    assertThat(interval.high()).isCloseTo(0.8027, within(1e-4));
  }

  @Property
  void bracketsTheShareAndStaysBetweenNoneAndAll(
      @ForAll @IntRange(min = 1, max = 5000) int answered, @ForAll @IntRange(max = 5000) int some) {
    Accuracy accuracy = new Accuracy(some % (answered + 1), answered);
    Interval interval = Interval.of(accuracy);

    assertThat(interval.low()).isBetween(0.0, accuracy.rightShare() + 1e-9);
    assertThat(interval.high()).isBetween(accuracy.rightShare() - 1e-9, 1.0);
  }

  @Property
  void narrowsWithMoreAnswersOfTheSameShare(
      @ForAll @IntRange(min = 1, max = 200) int answered,
      @ForAll @IntRange(max = 200) int some,
      @ForAll @IntRange(min = 2, max = 20) int times) {
    int right = some % (answered + 1);
    Interval few = Interval.of(new Accuracy(right, answered));
    Interval many = Interval.of(new Accuracy((long) right * times, (long) answered * times));

    assertThat(many.high() - many.low()).isLessThan(few.high() - few.low());
  }

  @Test
  void needsAnAnswer() {
    assertThatIllegalArgumentException().isThrownBy(() -> Interval.of(new Accuracy(0, 0)));
  }
}
