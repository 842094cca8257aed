package studycoach.study.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class TargetsTest {
  private static final Offset<Double> ROUNDING = within(1e-9);
  private static final Map<String, Integer> BLUEPRINT = Map.of("a", 20, "b", 24, "c", 36, "d", 20);

  @Property
  void sharesSumToOneAndStayNearTheBlueprint(
      @ForAll("weights") Map<String, Integer> weights,
      @ForAll("accuracies") Map<String, Accuracy> accuracy) {
    Map<String, Double> targets = Targets.of(weights, accuracy);

    assertThat(targets.keySet()).isEqualTo(weights.keySet());
    assertThat(targets.values().stream().mapToDouble(Double::doubleValue).sum())
        .isCloseTo(1, ROUNDING);
    for (String first : weights.keySet()) {
      for (String second : weights.keySet()) {
        double ratio = lean(targets, weights, first) / lean(targets, weights, second);
        assertThat(ratio).isBetween(0.5 - 1e-9, 2 + 1e-9);
      }
    }
  }

  @Property
  void theWeakerDomainNeverLeansLess(
      @ForAll("weights") Map<String, Integer> weights, @ForAll("answers") long answered) {
    Map<String, Accuracy> accuracy =
        Map.of("a", new Accuracy(answered / 4, answered), "b", new Accuracy(answered, answered));
    Map<String, Double> targets = Targets.of(weights, accuracy);

    if (weights.containsKey("a") && weights.containsKey("b")) {
      assertThat(lean(targets, weights, "a"))
          .isGreaterThanOrEqualTo(lean(targets, weights, "b") - 1e-9);
    }
  }

  @Test
  void aGroupWithoutAnswersGetsTheBlueprint() {
    assertThat(Targets.of(BLUEPRINT, Map.of()))
        .containsExactlyInAnyOrderEntriesOf(Map.of("a", 0.2, "b", 0.24, "c", 0.36, "d", 0.2));
  }

  @Test
  void aGroupThatIsAlwaysRightGetsTheBlueprint() {
    Map<String, Double> targets = Targets.of(BLUEPRINT, Map.of("a", new Accuracy(500, 500)));

    assertThat(targets.get("a")).isCloseTo(0.2, ROUNDING);
  }

  @Test
  void aFewAnswersMoveLittleAndManyMoveUpToTheClamp() {
    Map<String, Integer> halves = Map.of("a", 50, "b", 50);

    // Wrong: (1 + 10 / 2) / 11 against (0 + 10 / 2) / 11.
    assertThat(
            Targets.of(halves, Map.of("a", new Accuracy(0, 1), "b", new Accuracy(1, 1))).get("a"))
        .isCloseTo(6.0 / 11, ROUNDING);
    // Factors 1.5 and 0.75.
    assertThat(
            Targets.of(halves, Map.of("a", new Accuracy(0, 900), "b", new Accuracy(900, 900)))
                .get("a"))
        .isCloseTo(2.0 / 3, ROUNDING);
  }

  @Test
  void theAverageWeaknessIsWeightedByTheBlueprint() {
    Map<String, Double> targets =
        Targets.of(
            Map.of("a", 80, "b", 20),
            Map.of("a", new Accuracy(500, 1000), "b", new Accuracy(600, 1000)));

    // Wrong, overall 0.45: 0.5 → 504.5 / 1010, 0.4 → 404.5 / 1010; no factor is clamped.
    assertThat(targets.get("b")).isCloseTo(20 * 404.5 / (80 * 504.5 + 20 * 404.5), ROUNDING);
    assertThat(Targets.of(Map.of("a", 90, "b", 10), heavy()).get("b"))
        .isCloseTo(10 * 1.5 / (10 * 1.5 + 90 * heavyFactor()), ROUNDING);
  }

  @Test
  void answersInDomainsWithoutQuestionsAreIgnored() {
    assertThat(Targets.of(Map.of("a", 1, "b", 3), Map.of("gone", new Accuracy(0, 99))))
        .containsExactlyInAnyOrderEntriesOf(Map.of("a", 0.25, "b", 0.75));
  }

  @Test
  void refusesWeightsOfNothing() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Targets.of(Map.of("a", 0), Map.of()))
        .withMessageContaining("a=0");
    assertThatIllegalArgumentException().isThrownBy(() -> Targets.of(Map.of(), Map.of()));
  }

  @Test
  void refusesMoreRightThanAnswered() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Accuracy(3, 2))
        .withMessageContaining("3 right of 2");
  }

  @Provide
  Arbitrary<Map<String, Integer>> weights() {
    return Arbitraries.maps(
            Arbitraries.of("a", "b", "c", "d", "e", "f"), Arbitraries.integers().between(1, 100))
        .ofMinSize(1);
  }

  @Provide
  Arbitrary<Map<String, Accuracy>> accuracies() {
    Arbitrary<Accuracy> accuracy =
        Combinators.combine(answers(), Arbitraries.doubles().between(0, 1))
            .as((answered, share) -> new Accuracy((long) (answered * share), answered));
    return Arbitraries.maps(Arbitraries.of("a", "b", "c", "d", "e", "f", "gone"), accuracy);
  }

  @Provide
  Arbitrary<Long> answers() {
    return Arbitraries.longs().between(0, 5000);
  }

  private static double lean(
      Map<String, Double> targets, Map<String, Integer> weights, String domain) {
    return targets.getOrDefault(domain, 0.0) / weights.getOrDefault(domain, 0);
  }

  private static Map<String, Accuracy> heavy() {
    return Map.of("a", new Accuracy(900, 1000), "b", new Accuracy(100, 1000));
  }

  /** Wrong, overall 0.5: 105 / 1010 and 905 / 1010, on average (0.9 × 105 + 0.1 × 905) / 1010. */
  private static double heavyFactor() {
    return Math.max(0.75, 105 / (0.9 * 105 + 0.1 * 905));
  }
}
