package studycoach.pack.lint;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Texts as words, for whoever compares them. */
public final class Words {
  private static final Pattern WORD = Pattern.compile("[a-z0-9]+(?:[.'’-][a-z0-9]+)*");
  private static final Pattern ABSOLUTE =
      Pattern.compile(
          "\\b(always|never|only|all|every|none|must|impossible|completely|entirely"
              + "|guarantee[sd]?|under no circumstances)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final int SHORTEST = 4;

  /** Words of four letters or more that say nothing of the subject. */
  private static final Set<String> EMPTY =
      Set.of(
          "about",
          "after",
          "also",
          "amazon",
          "because",
          "been",
          "before",
          "between",
          "both",
          "each",
          "from",
          "have",
          "into",
          "managed",
          "more",
          "most",
          "must",
          "only",
          "other",
          "over",
          "same",
          "service",
          "services",
          "should",
          "some",
          "such",
          "than",
          "that",
          "their",
          "them",
          "then",
          "there",
          "these",
          "they",
          "this",
          "those",
          "through",
          "under",
          "used",
          "uses",
          "using",
          "want",
          "were",
          "what",
          "when",
          "where",
          "which",
          "while",
          "will",
          "with",
          "without",
          "would",
          "your");

  private Words() {}

  /** In order and in lower case; punctuation and markup are left out. */
  public static List<String> of(String text) {
    return WORD.matcher(text.toLowerCase(Locale.ROOT)).results().map(MatchResult::group).toList();
  }

  /**
   * The words that carry a text's subject, reduced to their roots: at least four characters, no
   * numbers, none that every text has. Cutting endings is crude on purpose, since both sides of a
   * comparison are cut alike.
   */
  public static Set<String> content(String text) {
    return of(text).stream()
        .filter(word -> word.length() >= SHORTEST && !EMPTY.contains(word))
        .filter(word -> word.chars().anyMatch(Character::isLetter))
        .map(Words::root)
        .collect(Collectors.toSet());
  }

  /** A word without its ending, so that {@code stored} and {@code stores} are the same. */
  static String root(String word) {
    String stem = word.replaceFirst("(?<=[a-z]{4})(ing|ed|es|s)$", "");
    return stem.replaceFirst("(?<=[a-z]{3})[ey]$", "");
  }

  /** How many words claim that something holds without exception, e.g. {@code always}. */
  public static int absolutes(String text) {
    return (int) ABSOLUTE.matcher(text).results().count();
  }
}
