package studycoach.pack.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import studycoach.pack.PlacedBank;
import studycoach.pack.PlacedQuestion;
import studycoach.yaml.Problem;

/**
 * Options of which one can't be right without the other: the same parts in another order, one that
 * is the other with something added, or ranges that share a number.
 */
final class OverlappingOptions implements Rule {
  private static final Pattern BETWEEN_PARTS = Pattern.compile(",? and |,? plus |, ");
  private static final Pattern ADDED = Pattern.compile("(with|and|or|plus|using|including) .*");
  private static final Pattern RANGE =
      Pattern.compile("((?:[a-z]+ ){0,3})([0-9]{1,9}) (?:to|and) ([0-9]{1,9})((?: [a-z%]+)*)");

  @Override
  public Stream<Problem> findings(PlacedBank bank) {
    return bank.questions().stream().flatMap(OverlappingOptions::findings);
  }

  private static Stream<Problem> findings(PlacedQuestion question) {
    List<Passage> options = Passage.options(question);
    List<Problem> found = new ArrayList<>();
    for (int later = 1; later < options.size(); later++) {
      for (Passage earlier : options.subList(0, later)) {
        Passage option = options.get(later);
        overlap(earlier.text(), option.text())
            .map(fault -> option.finding(fault + " the option in line " + earlier.place().line()))
            .ifPresent(found::add);
      }
    }
    return found.stream();
  }

  private static Optional<String> overlap(String first, String second) {
    String one = plain(first);
    String other = plain(second);
    if (parts(first).equals(parts(second))) {
      return Optional.of("says the same as");
    } else if (adds(one, other) || adds(other, one)) {
      return Optional.of("can't be wrong or right apart from");
    }
    return shareANumber(one, other) ? Optional.of("overlaps with the range of") : Optional.empty();
  }

  private static Set<String> parts(String text) {
    return BETWEEN_PARTS
        .splitAsStream(text)
        .map(OverlappingOptions::plain)
        .collect(Collectors.toSet());
  }

  /** Words without articles; a dash between numbers counts as a word. */
  private static String plain(String text) {
    String spelled = text.replaceAll("(?<=[0-9]) ?[-–] ?(?=[0-9])", " to ");
    String words =
        Words.of(spelled).stream()
            .filter(word -> !Set.of("a", "an", "the").contains(word))
            .collect(Collectors.joining(" "));
    return words.isEmpty() ? text : words; // A formula may have no word.
  }

  private static boolean adds(String small, String large) {
    return large.startsWith(small + " ")
        && ADDED.matcher(large.substring(small.length() + 1)).matches();
  }

  private static boolean shareANumber(String one, String other) {
    Matcher first = RANGE.matcher(one);
    Matcher second = RANGE.matcher(other);
    return first.matches()
        && second.matches()
        && first.group(1).equals(second.group(1))
        && first.group(4).equals(second.group(4))
        && !first.group(1).endsWith("from ") // a change, not a range
        && number(first, 2) <= number(second, 3)
        && number(second, 2) <= number(first, 3);
  }

  private static int number(Matcher range, int group) {
    return Integer.parseInt(range.group(group));
  }
}
