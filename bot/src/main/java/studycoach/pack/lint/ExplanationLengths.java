package studycoach.pack.lint;

import java.text.BreakIterator;
import java.util.Locale;
import java.util.stream.Stream;
import studycoach.pack.PlacedBank;
import studycoach.pack.PlacedQuestion;
import studycoach.yaml.Problem;

/** Explanations that are no two to five sentences: too short to teach, or too long to be read. */
final class ExplanationLengths implements Rule {
  private static final int FEWEST = 2;
  private static final int MOST = 5;

  @Override
  public Stream<Problem> findings(PlacedBank bank) {
    return bank.questions().stream().flatMap(ExplanationLengths::findings);
  }

  private static Stream<Problem> findings(PlacedQuestion question) {
    int sentences = sentences(question.question().explanation());
    return FEWEST <= sentences && sentences <= MOST
        ? Stream.empty()
        : Stream.of(
            question
                .place()
                .finding("explanation", "has two to five sentences, this one has " + sentences));
  }

  private static int sentences(String text) {
    BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.ENGLISH);
    breaks.setText(text.replaceAll("\\s+", " ").strip());
    int count = 0;
    while (breaks.next() != BreakIterator.DONE) {
      count++;
    }
    return count;
  }
}
