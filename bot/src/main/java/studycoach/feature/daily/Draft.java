package studycoach.feature.daily;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import studycoach.pack.Question;
import studycoach.study.draw.Accuracy;
import studycoach.study.draw.Candidate;
import studycoach.study.draw.Draw;
import studycoach.study.draw.Quota;
import studycoach.study.draw.Targets;

/**
 * Draws the questions of one drop, one after the other, so that none comes twice or gives another
 * away, and then those of later drops. Counts each draw; not thread-safe.
 */
final class Draft {
  private final Pool pool;
  private final Set<String> reserved;
  private final RandomGenerator random;
  private final List<Question> together = new ArrayList<>();
  private final Quota start;
  private Quota quota;

  /**
   * What can be drawn.
   *
   * @param weights of the exam's domains, by id
   * @param lastShown by the question's id
   */
  record Pool(
      List<Question> questions,
      Map<String, Integer> weights,
      Map<String, Accuracy> accuracy,
      Map<String, Instant> lastShown) {}

  /**
   * @param reserved ids of questions that are not drawn
   */
  Draft(Pool pool, Set<String> reserved, Quota quota, RandomGenerator random) {
    this.pool = pool;
    this.reserved = Set.copyOf(reserved);
    this.start = quota;
    this.quota = quota;
    this.random = random;
  }

  /** What the next draft starts with; empty if nothing was drawn by targets. */
  Optional<Quota> moved() {
    return quota.equals(start) ? Optional.empty() : Optional.of(quota);
  }

  /** Draws a question; empty if none is left. */
  Optional<Question> next() {
    Map<String, List<Question>> candidates = candidates();
    if (candidates.isEmpty()) {
      return Optional.empty();
    }
    Quota.Pick pick = quota.next(targets(candidates.keySet()));
    quota = pick.quota();
    Question question = among(candidates.getOrDefault(pick.domain(), List.of()));
    together.add(question);
    return Optional.of(question);
  }

  private Map<String, Double> targets(Set<String> domains) {
    Map<String, Integer> weights = new HashMap<>(pool.weights());
    weights.keySet().retainAll(domains);
    return Targets.of(weights, pool.accuracy());
  }

  /** A question that was drawn ahead, if it can still come. */
  Optional<Question> take(Kept kept) {
    Optional<Question> same =
        pool.questions().stream().filter(kept::is).filter(this::fits).findFirst();
    same.ifPresent(together::add);
    return same;
  }

  /** Another question of the domain of one that can't come, which needs no further draw. */
  Optional<Question> replace(Kept kept) {
    Optional<Question> other =
        Optional.ofNullable(candidates().get(kept.domain())).map(this::among);
    other.ifPresent(together::add);
    return other;
  }

  private Map<String, List<Question>> candidates() {
    return pool.questions().stream()
        .filter(question -> !reserved.contains(question.id()))
        .filter(this::fits)
        .collect(Collectors.groupingBy(Question::domain, TreeMap::new, Collectors.toList()));
  }

  private boolean fits(Question question) {
    return together.stream()
        .noneMatch(other -> other.id().equals(question.id()) || other.isEnemyOf(question));
  }

  /**
   * Draws one more for a later drop. Empty if less than half of its domain's questions would be
   * left: who practises meets those, and of a small exam hardly anything is drawn ahead.
   *
   * @param plan what was drawn ahead and comes before it
   * @param beside how many of the last of these it may be asked together with
   */
  Optional<Kept> ahead(List<Kept> plan, int beside) {
    Map<String, List<Question>> all =
        pool.questions().stream().collect(Collectors.groupingBy(Question::domain));
    if (all.isEmpty()) {
      return Optional.empty();
    }
    Quota.Pick pick = quota.next(targets(all.keySet()));
    List<Question> domain = all.getOrDefault(pick.domain(), List.of());
    List<Question> left = domain.stream().filter(question -> isLeft(question, plan)).toList();
    if (2 * (left.size() - 1) < domain.size()) {
      return Optional.empty();
    }
    quota = pick.quota();
    Set<String> last = Plan.ids(plan.subList(Math.max(0, plan.size() - beside), plan.size()));
    List<Question> near = pool.questions().stream().filter(q -> last.contains(q.id())).toList();
    List<Question> apart =
        left.stream().filter(q -> near.stream().noneMatch(q::isEnemyOf)).toList();
    return Optional.of(Kept.of(among(apart.isEmpty() ? left : apart)));
  }

  private boolean isLeft(Question question, List<Kept> plan) {
    return Stream.concat(together.stream().map(Question::id), plan.stream().map(Kept::question))
        .noneMatch(question.id()::equals);
  }

  private Question among(List<Question> candidates) {
    Candidate choice = Draw.pick(candidates.stream().map(this::candidate).toList(), random);
    return candidates.stream()
        .filter(question -> question.id().equals(choice.question()))
        .findFirst()
        .orElseThrow();
  }

  private Candidate candidate(Question question) {
    return new Candidate(question.id(), Optional.ofNullable(pool.lastShown().get(question.id())));
  }
}
