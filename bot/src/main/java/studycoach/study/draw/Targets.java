package studycoach.study.draw;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** What share of a group's questions each domain should have. */
public final class Targets {
  private static final double PRIOR_ANSWERS = 10;
  private static final double LEAST_FACTOR = 0.75;
  private static final double MOST_FACTOR = 1.5;
  private static final Accuracy NO_ANSWERS = new Accuracy(0, 0);

  private Targets() {}

  /**
   * The blueprint's weights, leaning towards what the group is weak in: each weight times a factor
   * of 0.75 to 1.5, then scaled to sum to 1.
   *
   * <p>The factor is the group's weakness in the domain divided by its average weakness, weighted
   * by the blueprint. Weakness is the share of wrong answers, shrunk towards the group's overall
   * share as if the domain had ten more answers of that quality, so that a few answers move little.
   * A group without answers, or without a wrong one, gets the blueprint.
   *
   * @param weights above 0, by domain id, of the domains that have questions; any sum
   * @param accuracy by domain id; a missing one has no answers, one without a weight is ignored
   * @return shares above 0, by domain id in alphabetical order
   */
  public static Map<String, Double> of(
      Map<String, Integer> weights, Map<String, Accuracy> accuracy) {
    if (weights.isEmpty() || weights.values().stream().anyMatch(weight -> weight <= 0)) {
      throw new IllegalArgumentException("weights " + weights);
    }
    Map<String, Double> shares = new TreeMap<>();
    weights.forEach((domain, weight) -> shares.put(domain, (double) weight));
    scale(shares);
    lean(shares, weakness(shares.keySet(), accuracy));
    scale(shares);
    return Collections.unmodifiableMap(shares);
  }

  private static ToDoubleFunction<String> weakness(
      Collection<String> domains, Map<String, Accuracy> accuracy) {
    double overall =
        domains.stream()
            .map(domain -> accuracy.getOrDefault(domain, NO_ANSWERS))
            .reduce(NO_ANSWERS, Accuracy::plus)
            .wrongShare();
    return domain -> {
      Accuracy known = accuracy.getOrDefault(domain, NO_ANSWERS);
      return (known.wrong() + PRIOR_ANSWERS * overall) / (known.answered() + PRIOR_ANSWERS);
    };
  }

  private static void lean(Map<String, Double> shares, ToDoubleFunction<String> weakness) {
    double average =
        shares.entrySet().stream()
            .mapToDouble(share -> share.getValue() * weakness.applyAsDouble(share.getKey()))
            .sum();
    if (average > 0) {
      shares.replaceAll((domain, share) -> share * clamp(weakness.applyAsDouble(domain) / average));
    }
  }

  private static double clamp(double factor) {
    return Math.max(LEAST_FACTOR, Math.min(MOST_FACTOR, factor));
  }

  private static void scale(Map<String, Double> shares) {
    double total = shares.values().stream().mapToDouble(Double::doubleValue).sum();
    shares.replaceAll((domain, share) -> share / total);
  }
}
