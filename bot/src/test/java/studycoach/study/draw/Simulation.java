package studycoach.study.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/** A group that draws and answers, and is always weak in one domain. */
final class Simulation {
  private final Map<String, Integer> weights;
  private final Map<String, Integer> bank;
  private final String weak;
  private final Random random;
  private final Map<String, Accuracy> accuracy = new HashMap<>();
  private final Map<String, Instant> shown = new HashMap<>();
  private final List<Turn> turns = new ArrayList<>();
  private Quota quota = new Quota(Map.of());

  private record Turn(Map<String, Double> targets, String domain, String question) {}

  /**
   * @param bank how many questions each domain has
   */
  Simulation(Map<String, Integer> weights, Map<String, Integer> bank, String weak, long seed) {
    this.weights = weights;
    this.bank = bank;
    this.weak = weak;
    this.random = new Random(seed);
  }

  void draw(int times) {
    for (int i = 0; i < times; i++) {
      Map<String, Double> targets = Targets.of(weights, accuracy);
      Quota.Pick pick = quota.next(targets);
      quota = pick.quota();
      String question = Draw.pick(candidates(pick.domain()), random).question();
      shown.put(question, Instant.EPOCH.plusSeconds(turns.size()));
      turns.add(new Turn(targets, pick.domain(), question));
      answer(pick.domain());
    }
  }

  List<String> drawn() {
    return turns.stream().map(Turn::question).toList();
  }

  /** Counted from the draws, not from the credits: the most that any run of draws is off. */
  double worst(int draws) {
    double worst = 0;
    for (int from = 0; from + draws <= turns.size(); from++) {
      List<Turn> window = turns.subList(from, from + draws);
      for (String domain : weights.keySet()) {
        double target =
            window.stream().mapToDouble(turn -> turn.targets().getOrDefault(domain, 0.0)).sum();
        long count = window.stream().filter(turn -> turn.domain().equals(domain)).count();
        worst = Math.max(worst, Math.abs(count - target));
      }
    }
    return worst;
  }

  void questionsReturnAfterTheOthers() {
    bank.forEach(
        (domain, size) -> {
          List<String> drawn =
              turns.stream().filter(t -> t.domain().equals(domain)).map(Turn::question).toList();
          for (int at = 0; at + size <= drawn.size(); at++) {
            assertThat(drawn.subList(at, at + size)).doesNotHaveDuplicates();
          }
        });
  }

  private void answer(String domain) {
    int members = 1 + random.nextInt(8);
    for (int i = 0; i < members; i++) {
      boolean right = random.nextDouble() < (domain.equals(weak) ? 0.3 : 0.9);
      accuracy.merge(domain, new Accuracy(right ? 1 : 0, 1), Accuracy::plus);
    }
  }

  private List<Candidate> candidates(String domain) {
    return IntStream.range(0, bank.getOrDefault(domain, 0))
        .mapToObj(at -> domain + at)
        .map(id -> new Candidate(id, Optional.ofNullable(shown.get(id))))
        .toList();
  }
}
