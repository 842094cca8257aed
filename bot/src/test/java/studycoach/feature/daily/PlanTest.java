package studycoach.feature.daily;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import studycoach.pack.Bank;
import studycoach.pack.Pack;
import studycoach.pack.Question;
import studycoach.study.draw.Accuracy;
import studycoach.study.draw.Quota;
import studycoach.study.draw.Targets;
import studycoach.testing.World;

class PlanTest {
  private static final int WINDOW = 50;
  private static final double FIVE_POINTS = 2.5;
  private static final Pack PACK = Bank.load(World.questionsFolder()).pack("MLS-C01").orElseThrow();

  @Property(tries = 50)
  void anyFiftyDrawsKeepToTheTargetsWhateverIsPreviewedHeldOrPostedInBetween(@ForAll long seed) {
    Simulated group = new Simulated(new Random(seed));
    while (group.draws.size() <= 3 * WINDOW) {
      group.step();
    }

    assertThat(group.worst()).isLessThan(FIVE_POINTS);
    assertThat(group.counts(group.shown.stream().map(Question::domain), group.plan))
        .isEqualTo(group.counts(group.draws.stream().map(Drawn::domain), List.of()));
  }

  private record Drawn(String domain, Map<String, Double> targets) {}

  /** A group whose organiser previews, holds, releases and posts at random. */
  private static final class Simulated {
    private final Random random;
    private final Map<String, Integer> weights = new TreeMap<>();
    private final Map<String, Accuracy> accuracy = new HashMap<>();
    private final Map<String, Instant> lastShown = new HashMap<>();
    private final Set<String> held = new HashSet<>();
    private final List<Drawn> draws = new ArrayList<>();
    private final List<Question> shown = new ArrayList<>();
    private Quota quota = new Quota(Map.of());
    private List<Kept> plan = List.of();

    Simulated(Random random) {
      this.random = random;
      PACK.exam().domains().forEach(domain -> weights.put(domain.id(), domain.weight()));
    }

    void step() {
      int wanted = 1 + random.nextInt(3);
      switch (random.nextInt(5)) {
        case 0 -> preview(wanted);
        case 1 -> extra();
        case 2 -> toggleHold();
        default -> drop(wanted);
      }
    }

    private Draft draft() {
      List<Question> free =
          PACK.questions().stream().filter(question -> !held.contains(question.id())).toList();
      return new Draft(
          new Draft.Pool(free, weights, accuracy, lastShown), Plan.ids(plan), quota, random);
    }

    private void preview(int wanted) {
      Draft draft = draft();
      Plan.Filled filled = fill(draft, wanted);
      Stream<Kept> next = filled.next().stream().map(Kept::of);
      topUp(draft, Stream.concat(next, filled.later().stream()).toList(), wanted);
    }

    private void drop(int wanted) {
      Draft draft = draft();
      Plan.Filled filled = fill(draft, wanted);
      topUp(draft, filled.later(), wanted);
      filled.next().forEach(this::show);
    }

    private Plan.Filled fill(Draft draft, int wanted) {
      Plan.Filled filled = Plan.fill(draft, plan, wanted);
      assertThat(filled.next()).hasSize(wanted).noneMatch(q -> held.contains(q.id()));
      int ahead = plan.size() - filled.later().size();
      filled.next().subList(ahead, wanted).forEach(question -> count(question.domain()));
      return filled;
    }

    private void extra() {
      Draft draft = draft();
      Plan.Filled filled = Plan.extra(draft, plan, 1);
      Question question = filled.next().get(0);
      if (!plan.isEmpty() && !held.contains(plan.get(0).question())) {
        assertThat(question.id()).isNotEqualTo(plan.get(0).question());
        assertThat(filled.later()).startsWith(plan.get(0));
      }
      if (filled.later().size() == plan.size()) {
        count(question.domain());
      }
      topUp(draft, filled.later(), 1);
      show(question);
    }

    private void topUp(Draft draft, List<Kept> later, int wanted) {
      plan = Plan.topUp(draft, later, wanted);
      assertThat(plan).doesNotHaveDuplicates();
      assertThat(plan.subList(0, later.size())).isEqualTo(later);
      assertThat(plan).hasSizeGreaterThanOrEqualTo(Plan.DROPS * wanted);
      plan.subList(later.size(), plan.size()).forEach(drawn -> count(drawn.domain()));
      quota = draft.moved().orElse(quota);
    }

    private void count(String domain) {
      draws.add(new Drawn(domain, Targets.of(weights, accuracy)));
    }

    /** One question, which leaves enough of its domain. */
    private void toggleHold() {
      Question question = PACK.questions().get(random.nextInt(PACK.questions().size()));
      boolean first = held.stream().noneMatch(id -> domainOf(id).equals(question.domain()));
      if (!held.remove(question.id()) && first) {
        held.add(question.id());
      }
    }

    private static String domainOf(String id) {
      return PACK.questions().stream()
          .filter(question -> question.id().equals(id))
          .map(Question::domain)
          .findFirst()
          .orElseThrow();
    }

    private void show(Question question) {
      shown.add(question);
      lastShown.put(question.id(), Instant.EPOCH.plusSeconds(shown.size()));
      boolean right = random.nextDouble() < 0.6;
      accuracy.merge(question.domain(), new Accuracy(right ? 1 : 0, 1), PlanTest::sum);
    }

    Map<String, Long> counts(Stream<String> domains, List<Kept> kept) {
      Map<String, Long> counts = new TreeMap<>();
      Stream.concat(domains, kept.stream().map(Kept::domain))
          .forEach(domain -> counts.merge(domain, 1L, Long::sum));
      return counts;
    }

    /** The most that a domain is off its targets in so many draws in a row. */
    double worst() {
      double worst = 0;
      for (int from = 0; from + WINDOW <= draws.size(); from++) {
        List<Drawn> window = draws.subList(from, from + WINDOW);
        for (String domain : weights.keySet()) {
          double target =
              window.stream().mapToDouble(draw -> draw.targets().getOrDefault(domain, 0.0)).sum();
          long count = window.stream().filter(draw -> draw.domain().equals(domain)).count();
          worst = Math.max(worst, Math.abs(count - target));
        }
      }
      return worst;
    }
  }

  private static Accuracy sum(Accuracy one, Accuracy other) {
    return new Accuracy(one.right() + other.right(), one.answered() + other.answered());
  }
}
