package studycoach.study.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class QuotaTest {
  private static final Map<String, Integer> SHIPPED = Map.of("a", 20, "b", 24, "c", 36, "d", 20);
  private static final double FIVE_POINTS_OF_FIFTY = 2.5;

  @Property(tries = 100)
  void fiftyDrawsFromTheShippedBankAreWithinFivePointsThoughOneDomainIsAlwaysWeak(
      @ForAll("shippedDomain") String weak, @ForAll long seed) {
    Simulation group = new Simulation(SHIPPED, Map.of("a", 5, "b", 6, "c", 9, "d", 5), weak, seed);
    group.draw(400);

    assertThat(group.worst(50)).isLessThan(FIVE_POINTS_OF_FIFTY);
    group.questionsReturnAfterTheOthers();
  }

  @Property(tries = 50)
  void fiftyDrawsFromALargeBankAreWithinFivePoints(
      @ForAll("shippedDomain") String weak, @ForAll long seed) {
    Simulation group =
        new Simulation(SHIPPED, Map.of("a", 52, "b", 62, "c", 94, "d", 52), weak, seed);
    group.draw(600);

    assertThat(group.worst(50)).isLessThan(FIVE_POINTS_OF_FIFTY);
    group.questionsReturnAfterTheOthers();
  }

  @Property(tries = 200)
  void fiftyDrawsOfAnyBlueprintAreWithinFivePoints(
      @ForAll("blueprints") Map<String, Integer> weights, @ForAll long seed) {
    Map<String, Integer> bank = new HashMap<>(weights);
    bank.replaceAll((domain, weight) -> 3 + weight / 4);
    String weak = weights.keySet().iterator().next();
    Simulation group = new Simulation(weights, bank, weak, seed);
    group.draw(300);

    assertThat(group.worst(50)).isLessThan(FIVE_POINTS_OF_FIFTY);
    group.questionsReturnAfterTheOthers();
  }

  @Property(tries = 500)
  void creditsStayWithinTheProvenBoundWhateverTheTargets(
      @ForAll @IntRange(min = 2, max = 7) int domains, @ForAll long seed) {
    Random random = new Random(seed);
    Quota quota = new Quota(Map.of());
    for (int i = 0; i < 200; i++) {
      quota = quota.next(wildTargets(domains, random)).quota();
      assertThat(Collections.min(quota.credits().values())).isGreaterThan(lowest(domains));
      assertThat(Collections.max(quota.credits().values())).isLessThan(highest(domains));
    }
  }

  @Property(tries = 50)
  void evenTheWorstTargetsStayWithinTheProvenBound(
      @ForAll @IntRange(min = 2, max = 7) int domains) {
    Set<String> starved = new HashSet<>(names(domains));
    Quota quota = new Quota(Map.of());
    for (int draw = 1; draw < domains; draw++) {
      Quota.Pick pick = quota.next(mostly(starved, domains));
      starved.remove(pick.domain());
      quota = pick.quota();
    }

    double reached = Collections.max(quota.credits().values());
    assertThat(reached).isCloseTo(highest(domains), within(1e-3));
    assertThat(reached).isLessThanOrEqualTo(highest(domains));
  }

  @Property(tries = 100)
  void domainsMayVanishAndReturn(
      @ForAll("blueprints") Map<String, Integer> weights, @ForAll long seed) {
    Random random = new Random(seed);
    Quota quota = new Quota(Map.of());
    List<Map<String, Double>> credits = new ArrayList<>(List.of(quota.credits()));
    for (int i = 0; i < 400; i++) {
      Map<String, Integer> present = new TreeMap<>(weights);
      if (i / 70 % 2 == 1) {
        present.remove(weights.keySet().iterator().next());
      }
      Quota.Pick pick = quota.next(Targets.of(present, Map.of()));
      assertThat(present).containsKey(pick.domain());
      quota =
          random.nextBoolean() ? pick.quota() : new Quota(new HashMap<>(pick.quota().credits()));
      credits.add(quota.credits());
    }

    assertThat(worst(credits, 50)).isLessThan(FIVE_POINTS_OF_FIFTY);
  }

  @Property(tries = 100)
  void theSameSeedDrawsTheSame(
      @ForAll("blueprints") Map<String, Integer> weights, @ForAll long seed) {
    Map<String, Integer> bank = new HashMap<>(weights);
    bank.replaceAll((domain, weight) -> 4);
    Simulation one = new Simulation(weights, bank, "a", seed);
    Simulation other = new Simulation(new TreeMap<>(weights), new TreeMap<>(bank), "a", seed);
    one.draw(100);
    other.draw(100);

    assertThat(one.drawn()).isEqualTo(other.drawn());
  }

  @Test
  void aTenthOfTheDrawsComesEveryTenthTime() {
    Quota quota = new Quota(Map.of());
    List<Integer> turns = new ArrayList<>();
    for (int turn = 1; turn <= 40; turn++) {
      Quota.Pick pick = quota.next(Map.of("much", 0.9, "little", 0.1));
      quota = pick.quota();
      if (pick.domain().equals("little")) {
        turns.add(turn);
      }
    }

    assertThat(turns).hasSize(4);
    assertThat(turns.get(3) - turns.get(2)).isEqualTo(10);
  }

  @Test
  void aDomainWithoutTargetIsNotDrawnAndKeepsItsCredit() {
    Quota.Pick pick = new Quota(Map.of("gone", 0.9, "here", -0.9)).next(Map.of("here", 1.0));

    assertThat(pick.domain()).isEqualTo("here");
    assertThat(pick.quota().credits()).containsEntry("gone", 0.9);
  }

  @Test
  void equalCreditsAreDrawnInAlphabeticalOrder() {
    assertThat(new Quota(Map.of()).next(Map.of("b", 0.5, "a", 0.5)).domain()).isEqualTo("a");
  }

  @Test
  void refusesTargetsThatAreNoShares() {
    for (Map<String, Double> targets :
        List.of(
            Map.<String, Double>of(),
            Map.of("a", 0.5),
            Map.of("a", 1.0, "b", 0.0),
            Map.of("a", Double.NaN))) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new Quota(Map.of()).next(targets))
          .withMessageContaining(targets.toString());
    }
  }

  @Test
  void refusesCreditsThatAreNoNumbers() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Quota(Map.of("a", Double.NaN)))
        .withMessageContaining("NaN");
  }

  @Provide
  Arbitrary<String> shippedDomain() {
    return Arbitraries.of("a", "b", "c", "d");
  }

  @Provide
  Arbitrary<Map<String, Integer>> blueprints() {
    return Arbitraries.maps(
            Arbitraries.of("a", "b", "c", "d", "e", "f"), Arbitraries.integers().between(1, 97))
        .ofMinSize(2);
  }

  /** The most that a domain's count over so many draws in a row is off its targets. */
  static double worst(List<Map<String, Double>> credits, int draws) {
    double worst = 0;
    for (int from = 0; from + draws < credits.size(); from++) {
      Map<String, Double> before = credits.get(from);
      for (Map.Entry<String, Double> after : credits.get(from + draws).entrySet()) {
        double off = after.getValue() - before.getOrDefault(after.getKey(), 0.0);
        worst = Math.max(worst, Math.abs(off));
      }
    }
    return worst;
  }

  private static double lowest(int domains) {
    return 1.0 / domains - 1 - 1e-9;
  }

  private static double highest(int domains) {
    return IntStream.rangeClosed(2, domains).mapToDouble(i -> 1.0 / i).sum() + 1e-9;
  }

  private static List<String> names(int domains) {
    return Arrays.asList("abcdefg".substring(0, domains).split(""));
  }

  /** Nearly everything to those that were not drawn yet: the best that an adversary can do. */
  private static Map<String, Double> mostly(Set<String> starved, int domains) {
    double crumb = 1e-6;
    Map<String, Double> targets = new HashMap<>();
    names(domains).forEach(name -> targets.put(name, crumb));
    double rest = 1 - crumb * (domains - starved.size());
    starved.forEach(name -> targets.put(name, rest / starved.size()));
    return targets;
  }

  private static Map<String, Double> wildTargets(int domains, Random random) {
    Map<String, Double> targets = new HashMap<>();
    names(domains).forEach(name -> targets.put(name, 1e-6 + Math.pow(random.nextDouble(), 8)));
    double total = targets.values().stream().mapToDouble(Double::doubleValue).sum();
    targets.replaceAll((name, share) -> share / total);
    return targets;
  }
}
