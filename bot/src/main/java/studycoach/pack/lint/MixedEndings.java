package studycoach.pack.lint;

import java.util.List;
import java.util.stream.Stream;
import studycoach.pack.PlacedBank;
import studycoach.pack.PlacedQuestion;
import studycoach.yaml.Problem;

/** Options of which some end with a full stop and some don't: the odd one out catches the eye. */
final class MixedEndings implements Rule {

  @Override
  public Stream<Problem> findings(PlacedBank bank) {
    return bank.questions().stream().filter(MixedEndings::mixed).map(MixedEndings::finding);
  }

  private static boolean mixed(PlacedQuestion question) {
    List<Passage> options = Passage.options(question);
    return options.stream().map(option -> option.text().endsWith(".")).distinct().count() > 1;
  }

  private static Problem finding(PlacedQuestion question) {
    return question.place().finding("options", "some end with a full stop and some don't");
  }
}
