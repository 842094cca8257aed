package studycoach.feature.live;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The scores of a game, added up from all its choices whenever somebody asks. */
record Scores(List<Choice> choices) {
  Scores {
    choices = List.copyOf(choices);
  }

  /** Who has answered and is on the board, most points first. Who is off it takes no rank. */
  List<Score> board() {
    List<Score> sorted =
        totals(choices.stream().filter(Choice::onBoard))
            .sorted(Comparator.comparingInt(Score::points).reversed().thenComparing(Score::learner))
            .toList();
    List<Score> ranked = new ArrayList<>();
    for (Score score : sorted) {
      ranked.add(score.at(rank(sorted, score)));
    }
    return ranked;
  }

  /** Somebody's own, with the rank that they have, or would have on the board. */
  Optional<Score> of(long learner) {
    return totals(choices.stream().filter(choice -> choice.learner() == learner))
        .findFirst()
        .map(own -> own.at(rank(board(), own)));
  }

  private static int rank(List<Score> board, Score score) {
    return 1
        + Math.toIntExact(board.stream().filter(other -> other.points() > score.points()).count());
  }

  private static Stream<Score> totals(Stream<Choice> some) {
    Map<Long, List<Choice>> byLearner = some.collect(Collectors.groupingBy(Choice::learner));
    return byLearner.entrySet().stream().map(own -> total(own.getKey(), own.getValue()));
  }

  private static Score total(long learner, List<Choice> own) {
    return new Score(
        1,
        learner,
        own.stream().mapToInt(Choice::points).sum(),
        Math.toIntExact(own.stream().filter(Choice::right).count()),
        own.size());
  }
}
