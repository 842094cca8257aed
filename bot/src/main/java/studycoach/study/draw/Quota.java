package studycoach.study.draw;

import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/**
 * Keeps every domain's share of the draws close to its target, though targets move.
 *
 * <p>A domain's credit is the sum of its targets so far less the times it was drawn; the domain
 * with the largest credit is drawn. With k domains and H = 1 + 1/2 + … + 1/k, every credit is then
 * between 1/k − 1 and H − 1 after each draw, whatever the targets. So in any run of draws, of any
 * length, a domain's count is within H − 1/k of the sum of its targets: 1.84 for four domains, 2.29
 * for six, 2.46 for seven, and 2.60 for eight.
 *
 * <p>Proof. Credits sum to 0, and to 1 before the draw: so the largest is then at least 1/k, and
 * nothing falls below 1/k − 1. Let a(m) be the highest mean that any m credits have after a draw;
 * a(k) = 0. If the domain drawn is one of the m, their sum has not grown. Else its credit before
 * the draw was no less than theirs, so they and it had a mean as high as theirs now, at most a(m +
 * 1) + 1/(m + 1). Hence a(m) ≤ a(m + 1) + 1/(m + 1), and a(1) ≤ 1/2 + … + 1/k.
 *
 * <p>This is the greedy rule of the cup game, in which no other does better (Jasińska et al. 2026,
 * arXiv:2602.18610). The earliest-deadline rule of the chairman assignment problem (Tijdeman 1980)
 * stays within 1 − 1/(2k − 2), but has to know the targets of later draws, which here depend on
 * answers to come.
 *
 * @param credits by domain id, in draws; the caller keeps them from draw to draw and starts with
 *     none. A domain that has no target for a while keeps its credit, and takes part in the bound
 *     again when it is back.
 */
public record Quota(Map<String, Double> credits) {
  private static final double ROUNDING = 1e-9;

  public Quota {
    if (!credits.values().stream().allMatch(Double::isFinite)) {
      throw new IllegalArgumentException("credits " + credits);
    }
    credits = Collections.unmodifiableMap(new TreeMap<>(credits));
  }

  /**
   * A draw.
   *
   * @param quota to draw from next time
   */
  public record Pick(String domain, Quota quota) {}

  /**
   * Draws a domain; of those with equal credits the first in the alphabet.
   *
   * @param targets above 0 and summing to 1, by domain id, see {@link Targets}
   */
  public Pick next(Map<String, Double> targets) {
    double sum = targets.values().stream().mapToDouble(Double::doubleValue).sum();
    if (Math.abs(sum - 1) > ROUNDING || targets.values().stream().anyMatch(share -> share <= 0)) {
      throw new IllegalArgumentException("targets " + targets);
    }
    Map<String, Double> owed = new TreeMap<>(credits);
    targets.forEach((domain, share) -> owed.merge(domain, share, Double::sum));
    String drawn =
        owed.entrySet().stream()
            .filter(credit -> targets.containsKey(credit.getKey()))
            .max(
                Map.Entry.<String, Double>comparingByValue()
                    .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
            .orElseThrow()
            .getKey();
    owed.merge(drawn, -1.0, Double::sum);
    return new Pick(drawn, new Quota(owed));
  }
}
