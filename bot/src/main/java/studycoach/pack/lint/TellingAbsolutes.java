package studycoach.pack.lint;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import studycoach.pack.PlacedBank;
import studycoach.pack.PlacedQuestion;
import studycoach.yaml.Problem;

/**
 * Absolute words that tell keys from distractors: {@code always} and its kind in distractors alone
 * (people who know nothing rule these out) or in keys alone, and weaker ones like {@code only} when
 * every distractor has one and no key.
 */
final class TellingAbsolutes implements Rule {
  private static final Pattern STRONG =
      Pattern.compile(
          "\\b(always|never|impossible|guarantee[sd]?|under no circumstances|in all cases)\\b",
          Pattern.CASE_INSENSITIVE);

  @Override
  public Stream<Problem> findings(PlacedBank bank) {
    return bank.questions().stream().flatMap(TellingAbsolutes::findings);
  }

  private static Stream<Problem> findings(PlacedQuestion question) {
    List<Passage> options = Passage.options(question);
    List<Passage> strong =
        options.stream().filter(option -> STRONG.matcher(option.text()).find()).toList();
    if (strong.isEmpty()) {
      return weak(options, question);
    }
    boolean telling = strong.stream().map(Passage::isKey).distinct().count() == 1;
    String side = strong.get(0).isKey() ? "keys" : "distractors";
    return telling
        ? strong.stream()
            .map(option -> option.finding("is absolute, as only " + side + " are here"))
        : Stream.empty();
  }

  private static Stream<Problem> weak(List<Passage> options, PlacedQuestion question) {
    boolean telling =
        !options.isEmpty()
            && options.stream()
                .allMatch(option -> option.isKey() == (Words.absolutes(option.text()) == 0));
    return telling
        ? Stream.of(
            question
                .place()
                .finding(
                    "options", "each distractor is absolute (all, only, must …) and no key is"))
        : Stream.empty();
  }
}
