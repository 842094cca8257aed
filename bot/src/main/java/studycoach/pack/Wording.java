package studycoach.pack;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import studycoach.yaml.YamlMap;

/** The rules of the format about what a text says. */
final class Wording {
  private static final Pattern ANNOUNCED = Pattern.compile("\\bChoose (TWO|THREE)\\.");
  private static final Pattern LIKE_ANNOUNCED =
      Pattern.compile("\\b(choose|select|pick) (two|three)\\b", Pattern.CASE_INSENSITIVE);

  /** Options are shuffled, so no text may say where one stands. */
  private static final Pattern PLACE =
      Pattern.compile(
          "(?i:\\b(all|none|both|neither|either|any|one|two|three) of the above\\b)"
              + "|(?i:\\b(first|second|third|fourth|fifth|sixth|last) option\\b)"
              + "|(?i:\\bthe (option|answer)s? (above|below)\\b)"
              + "|(?i:\\bthe (previous|preceding|next|following) options?\\b)"
              + "|\\b([Oo]ptions?|[Aa]nswers?|[Cc]hoices?) \\(?[A-G](?![\\w/-])"
              + "|\\b(answer|option|choice)s? (is|are) \\(?[B-G](?![\\w/-])"
              + "|\\b[Oo]ptions? [1-7](?![\\w/-]|[.,][0-9])"
              + "|^(Only |Both |Either |Neither )?[A-G]((,| and| or| nor|, and) [A-G])+\\.?$");

  private Wording() {}

  /** Required text that doesn't refer to an option's place. */
  static String text(YamlMap map, String key) {
    String text = map.text(key);
    Matcher place = PLACE.matcher(text);
    if (place.find()) {
      map.problem(key, "'" + place.group() + "' refers to a place, but options are shuffled");
    }
    return text;
  }

  /** Checks that a stem announces how many options to choose, if more than one. */
  static void checkNumberOfKeys(YamlMap map, String stem, QuestionType type, Body body) {
    if (type != QuestionType.MULTIPLE_RESPONSE) {
      if (LIKE_ANNOUNCED.matcher(stem).find()) {
        map.problem("stem", "only a multiple_response asks for two or three");
      }
    } else if (body instanceof Body.Choices choices && !stem.isEmpty()) {
      checkAnnounced(map, stem, choices.keys().size());
    }
  }

  private static void checkAnnounced(YamlMap map, String stem, int keys) {
    if (keys < 2 || keys > 3) {
      return; // Reported as a wrong number of keys.
    }
    String expected = keys == 2 ? "TWO" : "THREE";
    boolean fits =
        ANNOUNCED.matcher(stem).results().map(found -> found.group(1)).toList().stream()
            .reduce((first, second) -> first.equals(second) ? first : "")
            .filter(expected::equals)
            .isPresent();
    if (!fits) {
      map.problem(
          "stem", "must say 'Choose " + expected + ".', since " + keys + " options are keys");
    }
  }
}
