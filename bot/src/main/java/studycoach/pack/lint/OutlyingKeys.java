package studycoach.pack.lint;

import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import studycoach.pack.PlacedBank;
import studycoach.pack.PlacedQuestion;
import studycoach.yaml.Problem;

/**
 * Keys that stand out by their length. In a single question only what catches the eye is a flaw;
 * whether keys are a little longer throughout a pack is for the guessers to find.
 */
final class OutlyingKeys implements Rule {
  /** Times the longest distractor, or the other way round for the shortest. */
  private static final double FACTOR = 1.4;

  /** Characters; below, one word makes the difference. */
  private static final int MARGIN = 15;

  @Override
  public Stream<Problem> findings(PlacedBank bank) {
    return bank.questions().stream().flatMap(OutlyingKeys::findings);
  }

  private static Stream<Problem> findings(PlacedQuestion question) {
    List<Passage> options = Passage.options(question);
    IntSummaryStatistics others =
        options.stream()
            .filter(option -> !option.isKey())
            .mapToInt(option -> option.text().length())
            .summaryStatistics();
    return options.stream()
        .filter(Passage::isKey)
        .filter(
            key ->
                farApart(others.getMax(), key.text().length())
                    || farApart(key.text().length(), others.getMin()))
        .map(
            key ->
                key.finding(
                    String.format(
                        Locale.ROOT,
                        "stands out by its length: %d characters, the distractors have %d to %d",
                        key.text().length(),
                        others.getMin(),
                        others.getMax())));
  }

  private static boolean farApart(int small, int large) {
    return large > FACTOR * small && large - small >= MARGIN;
  }
}
