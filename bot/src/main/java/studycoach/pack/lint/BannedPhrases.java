package studycoach.pack.lint;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import studycoach.pack.PlacedBank;
import studycoach.yaml.Problem;

/**
 * Phrases that no question needs, each with what to do instead. That a text refers to an option's
 * place ("all of the above") is an error of the format already.
 */
final class BannedPhrases implements Rule {
  private static final Map<Pattern, String> IN_OPTIONS =
      Map.of(
          phrase("(all|none|both|neither|any|some) of (these|those|them|the others?)"),
          "says nothing of its own; write an option that does",
          phrase("(it depends|cannot be determined|can't be determined|not enough information)"),
          "dodges the question; write an option that answers it",
          phrase("(all|no|every|any) (of the )?(other )?(options?|answers?|choices?)"),
          "speaks of the other options; write one that stands alone");
  private static final Map<Pattern, String> ANYWHERE =
      Map.of(
          phrase("(trick|trap|gotcha)( question)?s?"),
          "is out of place: no question here is a trick",
          phrase("(real|actual|official) (exam|test)( questions?)?|(exam|brain) ?dumps?"),
          "is out of place: every question here is original",
          phrase("obviously|needless to say|as everyone knows"),
          "helps nobody who doesn't know; leave it out",
          Pattern.compile("\\b(TODO|FIXME|TBD|XXX)\\b|\\?\\?"),
          "is left over from writing");
  private static final Map<Pattern, String> IN_STEMS =
      Map.of(
          phrase(
              "which (one )?(of the following )?(statements? )?(is|are) (true|correct|right)\\?"),
          "asks for nothing in particular; ask for one thing");

  private static Pattern phrase(String words) {
    return Pattern.compile("\\b(" + words + ")(?!\\w)", Pattern.CASE_INSENSITIVE);
  }

  @Override
  public Stream<Problem> findings(PlacedBank bank) {
    return bank.questions().stream()
        .flatMap(question -> Passage.of(question).stream())
        .flatMap(BannedPhrases::findings);
  }

  private static Stream<Problem> findings(Passage passage) {
    Stream<Problem> special =
        switch (passage.kind()) {
          case STEM -> findings(passage, IN_STEMS);
          case KEY, DISTRACTOR -> findings(passage, IN_OPTIONS);
          case REASON -> Stream.empty();
        };
    return Stream.concat(findings(passage, ANYWHERE), special);
  }

  private static Stream<Problem> findings(Passage passage, Map<Pattern, String> phrases) {
    return phrases.entrySet().stream()
        .flatMap(
            phrase -> {
              Matcher found = phrase.getKey().matcher(passage.text());
              return found.find()
                  ? Stream.of(passage.finding("'" + found.group() + "' " + phrase.getValue()))
                  : Stream.empty();
            });
  }
}
