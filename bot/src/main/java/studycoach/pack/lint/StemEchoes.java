package studycoach.pack.lint;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import studycoach.pack.PlacedBank;
import studycoach.pack.PlacedQuestion;
import studycoach.yaml.Problem;

/**
 * Words of the stem that come back in a key alone and so point to it. One word, or echoes that
 * distractors have as well, can't be avoided; a key is found that echoes at least two more words of
 * its own than each distractor does.
 */
final class StemEchoes implements Rule {
  private static final int MARGIN = 2;

  @Override
  public Stream<Problem> findings(PlacedBank bank) {
    return bank.questions().stream().flatMap(StemEchoes::findings);
  }

  private static Stream<Problem> findings(PlacedQuestion question) {
    Set<String> stem = Words.content(question.question().stem());
    List<Passage> options = Passage.options(question);
    int usual =
        options.stream()
            .filter(option -> !option.isKey())
            .mapToInt(option -> echoes(stem, option, options).size())
            .max()
            .orElse(0);
    return options.stream()
        .filter(Passage::isKey)
        .map(key -> finding(key, echoes(stem, key, options), usual))
        .flatMap(Optional::stream);
  }

  private static Optional<Problem> finding(Passage key, Set<String> echoes, int usual) {
    if (echoes.size() < usual + MARGIN) {
      return Optional.empty();
    }
    String words =
        Words.of(key.text()).stream()
            .filter(word -> echoes.contains(Words.root(word)))
            .distinct()
            .collect(Collectors.joining(", "));
    return Optional.of(key.finding("words of the stem come back in this key alone: " + words));
  }

  /** The stem's words that an option has and no distractor beside it. */
  private static Set<String> echoes(Set<String> stem, Passage option, List<Passage> options) {
    Set<String> echoes = new HashSet<>(Words.content(option.text()));
    echoes.retainAll(stem);
    options.stream()
        .filter(other -> !other.equals(option) && !other.isKey())
        .forEach(other -> echoes.removeAll(Words.content(other.text())));
    return echoes;
  }
}
