package studycoach.feature.retrospective;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import studycoach.pack.Domain;
import studycoach.study.draw.Accuracy;

/**
 * What a group did in a week, in drops and live quizzes whose answers were shown.
 *
 * @param people how many have answered
 * @param tallies of the questions that somebody answered
 * @param before of the week before
 * @param ever by the domain's id, of all weeks
 */
record Week(int people, List<Tally> tallies, Accuracy before, Map<String, Accuracy> ever) {
  /** Of fewer answers a share says little, and what one person chose would show. */
  private static final int FEWEST = 3;

  Week {
    tallies = List.copyOf(tallies);
    ever = Map.copyOf(ever);
  }

  Accuracy all() {
    return sum(tallies);
  }

  static Accuracy sum(List<Tally> tallies) {
    return tallies.stream().map(Tally::accuracy).reduce(new Accuracy(0, 0), Accuracy::plus);
  }

  /** By the domain's id. */
  Map<String, Accuracy> byDomain() {
    return tallies.stream()
        .collect(Collectors.toMap(Tally::domain, Tally::accuracy, Accuracy::plus));
  }

  /** The question of a drop with the smallest share of right answers, some being wrong. */
  Optional<Tally> hardest() {
    return ofDrops().stream()
        .filter(tally -> tally.wrong() > 0)
        .min(
            Comparator.comparingDouble((Tally tally) -> rightShare(tally.accuracy()))
                .thenComparing(tally -> -tally.accuracy().answered())
                .thenComparing(Tally::question));
  }

  /** The questions of drops that enough people have answered. */
  List<Tally> ofDrops() {
    return tallies.stream()
        .filter(tally -> !tally.live() && tally.accuracy().answered() >= FEWEST)
        .toList();
  }

  private static double rightShare(Accuracy accuracy) {
    return (double) accuracy.right() / accuracy.answered();
  }

  /**
   * The domain in which most is to be won: the largest weight in the exam times the share of wrong
   * answers, by Laplace's rule of succession, so that few answers do not decide.
   *
   * @param domains of the exam
   */
  Optional<Domain> focus(List<Domain> domains) {
    ToDoubleFunction<Domain> lost =
        domain -> {
          Accuracy accuracy = ever.getOrDefault(domain.id(), new Accuracy(0, 0));
          return domain.weight() * (1 - (accuracy.right() + 1.0) / (accuracy.answered() + 2.0));
        };
    return domains.stream().max(Comparator.comparingDouble(lost));
  }
}
