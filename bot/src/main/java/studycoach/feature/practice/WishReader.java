package studycoach.feature.practice;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import studycoach.chat.Arguments;
import studycoach.chat.Option;
import studycoach.chat.UserError;
import studycoach.pack.Difficulty;
import studycoach.pack.Domain;
import studycoach.study.ExamDomains;
import studycoach.study.Group;
import studycoach.study.practice.Kind;
import studycoach.study.practice.Session.Wish;

/** What somebody wants to practise, from the options of {@code quiz} and {@code review}. */
final class WishReader {
  private static final int USUAL = 10;
  private static final int MOST = 50;
  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
  private static final List<String> DIFFICULTIES =
      Stream.of(Difficulty.values()).map(WishReader::word).toList();

  private final ExamDomains domains;

  WishReader(ExamDomains domains) {
    this.domains = domains;
  }

  /** The options of {@code quiz}. */
  List<Option> toPractise() {
    return List.of(
        domain(),
        new Option.Number("count", "How many questions; 10 if not said", 1, MOST),
        new Option.Choice("difficulty", "Only questions that are so hard", DIFFICULTIES));
  }

  /** The options of {@code review}. */
  List<Option> toReview() {
    return List.of(
        domain(),
        new Option.Number(
            "count", "How many questions; if not said, what your goal asks for today", 1, MOST));
  }

  private Option domain() {
    return new Option.Text("domain", "One domain of the exam only", domains::names);
  }

  /** What {@code quiz} asks for; see {@link #read}. */
  Wish toPractise(Group group, Arguments given) {
    return read(Kind.QUIZ, group, given, USUAL);
  }

  /**
   * What {@code review} asks for; see {@link #read}.
   *
   * @param today how many questions if that is not said
   */
  Wish toReview(Group group, Arguments given, int today) {
    return read(Kind.REVIEW, group, given, today);
  }

  /**
   * Reads a wish. Without their names, a count or a difficulty may stand where the domain would.
   *
   * @throws UserError if a domain is none of the exam's, or a count is none
   */
  private Wish read(Kind kind, Group group, Arguments given, int usual) {
    Optional<String> first = given.text("domain");
    Optional<String> number = first.filter(words -> NUMBER.matcher(words).matches());
    Optional<String> difficulty =
        first.map(words -> words.toLowerCase(Locale.ROOT)).filter(DIFFICULTIES::contains);
    Optional<String> domain =
        first
            .filter(words -> number.isEmpty() && difficulty.isEmpty())
            .map(words -> domains.named(group, words))
            .map(Domain::id);
    return new Wish(
        kind,
        group.settings().exam(),
        domain,
        given.text("difficulty").or(() -> difficulty).map(WishReader::difficulty),
        given.number("count").or(() -> number.map(WishReader::count)).orElse(usual),
        Optional.empty());
  }

  private static int count(String digits) {
    int count = Integer.parseInt(digits);
    if (count < 1 || count > MOST) {
      throw new UserError("Please ask for 1 to " + MOST + " questions.");
    }
    return count;
  }

  private static Difficulty difficulty(String word) {
    return Difficulty.valueOf(word.toUpperCase(Locale.ROOT));
  }

  static String word(Difficulty difficulty) {
    return difficulty.name().toLowerCase(Locale.ROOT);
  }
}
