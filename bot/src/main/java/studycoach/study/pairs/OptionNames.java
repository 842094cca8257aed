package studycoach.study.pairs;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import studycoach.markup.CommonMark;
import studycoach.pack.Question;

/**
 * What options are about. Options that are alike differ by what they name first and the other one
 * does not name: a service that a question of the exam lists, or a word written LikeThis.
 */
public final class OptionNames {
  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9]+");
  private static final Pattern INNER_CAPITAL = Pattern.compile("[a-z0-9][A-Z]");

  private final Set<List<String>> services;
  private final int longest;

  /** By the text that was read: a contrast is looked for among all options of an exam. */
  private final Map<String, List<Name>> named = new ConcurrentHashMap<>();

  private final Map<String, List<String>> plain = new ConcurrentHashMap<>();

  private OptionNames(Set<List<String>> services) {
    this.services = services;
    this.longest = services.stream().mapToInt(List::size).max().orElse(0);
  }

  /** With the services that an exam's questions list. */
  public static OptionNames of(Collection<Question> questions) {
    return new OptionNames(
        questions.stream()
            .flatMap(question -> question.services().stream())
            .map(service -> List.of(service.split("-")))
            .collect(Collectors.toSet()));
  }

  /**
   * A name in an option.
   *
   * @param words in lower case
   * @param written as the option has it
   */
  private record Name(List<String> words, String written) {}

  /**
   * What two options are about, as they write it.
   *
   * @param chosen in the place of the right one
   */
  public record Pair(String chosen, String right) {}

  /** What was taken for what; empty if one of the options names nothing of its own. */
  public Optional<Pair> pair(Confusion confusion) {
    return subjects(confusion.chosenText(), confusion.rightText())
        .map(both -> new Pair(both.chosen().written(), both.right().written()));
  }

  private record Subjects(Name chosen, Name right) {

    boolean isReverseOf(Subjects other) {
      return chosen.words().equals(other.right.words())
          && right.words().equals(other.chosen.words());
    }
  }

  private Optional<Subjects> subjects(String chosen, String right) {
    List<Name> ofChosen = in(chosen);
    List<Name> ofRight = in(right);
    return subject(ofChosen, ofRight)
        .flatMap(one -> subject(ofRight, ofChosen).map(other -> new Subjects(one, other)));
  }

  private static Optional<Name> subject(List<Name> names, List<Name> of) {
    Set<List<String>> others = of.stream().map(Name::words).collect(Collectors.toSet());
    return names.stream().filter(name -> !others.contains(name.words())).findFirst();
  }

  /**
   * Whether somebody who is prone to one confusion is asked the opposite by another: what was wrong
   * there is right here, and the other way round; or the very same text is right here.
   *
   * @param there what was confused
   * @param here what could be confused in another question
   */
  boolean isReverse(Confusion there, Confusion here) {
    return plain(there.chosenText()).equals(plain(here.rightText()))
        || subjects(there.chosenText(), there.rightText())
            .flatMap(
                subjects ->
                    subjects(here.chosenText(), here.rightText()).filter(subjects::isReverseOf))
            .isPresent();
  }

  private List<String> plain(String text) {
    return plain.computeIfAbsent(text, OptionNames::read);
  }

  private static List<String> read(String text) {
    return words(CommonMark.read(text).plain().toLowerCase(Locale.ROOT))
        .map(MatchResult::group)
        .toList();
  }

  private static Stream<MatchResult> words(String plain) {
    return WORD.matcher(plain).results();
  }

  private List<Name> in(String text) {
    return named.computeIfAbsent(text, this::names);
  }

  /** From left to right, the longest where one is part of another. */
  private List<Name> names(String text) {
    String written = CommonMark.read(text).plain();
    List<MatchResult> words = words(written).toList();
    List<Name> names = new ArrayList<>();
    int at = 0;
    while (at < words.size()) {
      int length = lengthAt(words, at);
      if (length > 0) {
        List<MatchResult> own = words.subList(at, at + length);
        names.add(
            new Name(
                lowerCase(own), written.substring(own.get(0).start(), own.get(length - 1).end())));
      }
      at += Math.max(1, length);
    }
    return names;
  }

  /** How many words the name has that begins at a place; 0 if none does. */
  private int lengthAt(List<MatchResult> words, int at) {
    for (int length = Math.min(longest, words.size() - at); length > 0; length--) {
      if (services.contains(lowerCase(words.subList(at, at + length)))) {
        return length;
      }
    }
    return INNER_CAPITAL.matcher(words.get(at).group()).find() ? 1 : 0;
  }

  private static List<String> lowerCase(List<MatchResult> words) {
    return words.stream().map(word -> word.group().toLowerCase(Locale.ROOT)).toList();
  }
}
