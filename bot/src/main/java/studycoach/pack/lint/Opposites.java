package studycoach.pack.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import studycoach.pack.PlacedBank;
import studycoach.pack.PlacedQuestion;
import studycoach.pack.QuestionType;
import studycoach.yaml.Problem;

/**
 * One pair of options that differ in nothing but a word and its opposite, with the key among them:
 * who knows nothing need only choose between these two. A second such pair balances the first.
 */
final class Opposites implements Rule {
  private static final List<Set<String>> PAIRS =
      Stream.of(
              "increase decrease",
              "raise lower",
              "enable disable",
              "with without",
              "more fewer",
              "more less",
              "higher lower",
              "larger smaller",
              "longer shorter",
              "maximum minimum",
              "maximize minimize",
              "maximise minimise",
              "before after",
              "add remove",
              "allow deny",
              "first last",
              "synchronous asynchronous",
              "public private",
              "supervised unsupervised",
              "underfitting overfitting",
              "on off",
              "above below",
              "upper lower",
              "start stop",
              "attach detach",
              "include exclude",
              "most least",
              "highest lowest",
              "max min")
          .map(pair -> Set.of(pair.split(" ")))
          .toList();

  @Override
  public Stream<Problem> findings(PlacedBank bank) {
    return bank.questions().stream()
        .filter(question -> question.question().type() == QuestionType.MULTIPLE_CHOICE)
        .flatMap(Opposites::findings);
  }

  private static Stream<Problem> findings(PlacedQuestion question) {
    List<Passage> options = Passage.options(question);
    List<List<Passage>> pairs = new ArrayList<>();
    for (int later = 1; later < options.size(); later++) {
      for (Passage earlier : options.subList(0, later)) {
        if (areOpposites(earlier, options.get(later))) {
          pairs.add(List.of(earlier, options.get(later)));
        }
      }
    }
    return pairs.size() == 1 && pairs.get(0).stream().anyMatch(Passage::isKey)
        ? pairs.get(0).stream()
            .filter(Passage::isKey)
            .map(key -> key.finding("is one of the only pair of opposites, which points to it"))
        : Stream.empty();
  }

  private static boolean areOpposites(Passage first, Passage second) {
    List<String> one = Words.of(first.text());
    List<String> other = Words.of(second.text());
    if (one.size() != other.size()) {
      return false;
    }
    List<Integer> different =
        IntStream.range(0, one.size())
            .filter(at -> !one.get(at).equals(other.get(at)))
            .boxed()
            .toList();
    return different.size() == 1
        && PAIRS.contains(Set.of(one.get(different.get(0)), other.get(different.get(0))));
  }
}
