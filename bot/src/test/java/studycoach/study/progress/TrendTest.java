package studycoach.study.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import studycoach.recall.Confidence;
import studycoach.study.draw.Accuracy;

class TrendTest {
  private static final Instant NOW = Instant.parse("2026-03-27T08:00:00Z");

  @Property
  void turnsRoundWithTime(@ForAll("some") Accuracy before, @ForAll("some") Accuracy after) {
    Trend there = Trend.between(before, after).orElseThrow();

    assertThat(Trend.between(after, before))
        .hasValue(
            switch (there) {
              case UP -> Trend.DOWN;
              case LEVEL -> Trend.LEVEL;
              case DOWN -> Trend.UP;
            });
  }

  @Property
  void neverSaysUpWhenTheShareFell(
      @ForAll("some") Accuracy before, @ForAll("some") Accuracy after) {
    boolean rose = after.rightShare() > before.rightShare();
    boolean fell = after.rightShare() < before.rightShare();

    assertThat(Trend.between(before, after))
        .get()
        .isIn(rose ? Trend.UP : Trend.LEVEL, fell ? Trend.DOWN : Trend.LEVEL);
  }

  @Property
  void needsThreeAnswersOnBothSides(@ForAll("some") Accuracy enough) {
    Accuracy few = new Accuracy(2, 2);

    assertThat(Trend.between(few, enough)).isEmpty();
    assertThat(Trend.between(enough, few)).isEmpty();
  }

  @Test
  void fivePointsAreNoChange() {
    assertThat(Trend.between(new Accuracy(50, 100), new Accuracy(55, 100))).hasValue(Trend.LEVEL);
    assertThat(Trend.between(new Accuracy(50, 100), new Accuracy(56, 100))).hasValue(Trend.UP);
    assertThat(Trend.between(new Accuracy(50, 100), new Accuracy(44, 100))).hasValue(Trend.DOWN);
  }

  @Test
  void theFourWeeksEndNowAndOlderAnswersCountOnlyInAll() {
    Evidence evidence =
        Evidence.of(
            Stream.of("P0D", "P6D", "P7D", "P14D", "P21D", "P27D", "P28D")
                .map(
                    ago ->
                        new Answered(
                            "q",
                            ago.length() > 3,
                            Confidence.THINK,
                            NOW.minus(Duration.parse(ago))))
                .toList(),
            NOW);

    assertThat(evidence.all()).isEqualTo(new Accuracy(4, 7));
    assertThat(evidence.weeks())
        .containsExactly(
            new Accuracy(2, 2), new Accuracy(1, 1), new Accuracy(0, 1), new Accuracy(0, 2));
  }

  @Test
  void theLastTwoWeeksAreComparedWithTheTwoBefore() {
    Accuracy none = new Accuracy(0, 0);
    Evidence evidence =
        new Evidence(
            new Accuracy(4, 7),
            List.of(new Accuracy(1, 2), new Accuracy(0, 1), none, new Accuracy(3, 4)));

    assertThat(evidence.trend()).hasValue(Trend.UP);
  }

  @Provide
  Arbitrary<Accuracy> some() {
    return Combinators.combine(
            Arbitraries.integers().between(3, 200), Arbitraries.integers().between(0, 200))
        .as((answered, any) -> new Accuracy(any % (answered + 1), answered));
  }
}
