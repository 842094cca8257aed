package studycoach.pack.lint;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import studycoach.pack.PlacedBank;
import studycoach.pack.PlacedQuestion;
import studycoach.yaml.Problem;

/**
 * Questions for what does not hold: people overlook the word, so it stands in capitals or, better,
 * the question is put the other way round. Only the start of the sentence that asks is looked at,
 * and its end: a scenario may tell what a system does not do, a question what a design must not do.
 */
final class NegativeStems implements Rule {
  private static final Pattern ASKING = Pattern.compile("[^.?!]*\\?");
  private static final Pattern NEGATIVE =
      Pattern.compile(
          "\\b(?:which|what)(?: of (?:the following|these))?(?: [\\w’'-]+){0,2}?"
              + " (?:(?:is|are|was|were|does|do|did|can|could|will|would|should|may|might) not"
              + "|cannot|(?:is|are|was|were|does|do|did|ca|could|wo|would|should)n['’]t)\\b"
              + "|\\bexcept(?: for)?(?: which)?(?: one)? ?\\?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern EMPHASISED = Pattern.compile("\\b(NOT|EXCEPT)\\b");
  private static final Pattern REVERSED =
      Pattern.compile(
          "\\b((?:is|are) (?:false|untrue|incorrect|wrong|inappropriate|unsuitable)"
              + "|least (?:likely|suitable|suited|appropriate|useful|relevant))\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern NEGATIVE_OPTION =
      Pattern.compile("\\b(not|never|cannot)\\b|n['’]t\\b", Pattern.CASE_INSENSITIVE);

  @Override
  public Stream<Problem> findings(PlacedBank bank) {
    return bank.questions().stream().flatMap(NegativeStems::findings);
  }

  private static Stream<Problem> findings(PlacedQuestion question) {
    String asking =
        ASKING
            .matcher(question.question().stem())
            .results()
            .reduce((first, last) -> last)
            .map(match -> match.group().replaceAll("\\s+", " "))
            .orElse("");
    if (EMPHASISED.matcher(asking).find()) {
      return doubled(question);
    }
    return message(asking).map(text -> question.place().finding("stem", text)).stream();
  }

  private static Optional<String> message(String asking) {
    Matcher negative = NEGATIVE.matcher(asking);
    if (negative.find()) {
      return Optional.of(
          "asks for what does not hold ('"
              + negative.group()
              + "'); ask for what does, or write NOT or EXCEPT");
    }
    Matcher reversed = REVERSED.matcher(asking);
    return reversed.find()
        ? Optional.of("asks for what does not hold ('" + reversed.group() + "'); ask for what does")
        : Optional.empty();
  }

  private static Stream<Problem> doubled(PlacedQuestion question) {
    return Passage.options(question).stream()
        .filter(option -> NEGATIVE_OPTION.matcher(option.text()).find())
        .map(option -> option.finding("is negative, and so is the stem: nobody can read that"));
  }
}
