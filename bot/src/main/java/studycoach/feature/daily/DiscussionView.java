package studycoach.feature.daily;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import studycoach.chat.ActionId;
import studycoach.chat.Block;
import studycoach.chat.Control;
import studycoach.chat.Message;
import studycoach.chat.PostKey;
import studycoach.markup.CommonMark;
import studycoach.markup.Markup;
import studycoach.pack.Question;
import studycoach.study.Attempt;
import studycoach.study.Buttons;
import studycoach.study.DropQuestion;
import studycoach.study.QuestionVersions;

/**
 * What a thread begins with. Of the answers it tells no more than the reveal above it: which wrong
 * option most have chosen, never who.
 */
record DiscussionView(QuestionVersions versions) {
  private static final int LONGEST_TOPIC = 80;

  Message of(DropQuestion question, List<Attempt> attempts, PostKey key) {
    Shown shown = new Shown(versions.shown(question), question.permutation());
    return Message.of(
        new Block.Title(Markup.of("Discuss: " + topic(shown.question()))),
        new Block.Text(invitation(shown, attempts)),
        new Block.Controls(
            List.of(
                new Control.Button(
                    "My answer",
                    ActionId.of(DailyFeature.NAME, "mine", question.id(), key.value())),
                Buttons.report(question.id()))));
  }

  /** The beginning of the stem on one line, up to the end of a word. */
  private static String topic(Question question) {
    String stem = CommonMark.read(question.stem()).plain().strip().replaceAll("\\s+", " ");
    if (stem.codePointCount(0, stem.length()) <= LONGEST_TOPIC) {
      return stem;
    }
    String start = stem.substring(0, stem.offsetByCodePoints(0, LONGEST_TOPIC - 1));
    int blank = start.lastIndexOf(' ');
    return (blank > 0 ? start.substring(0, blank) : start) + "…";
  }

  private static Markup invitation(Shown shown, List<Attempt> attempts) {
    return tempting(shown, attempts)
        .map(
            letter ->
                Markup.of("The most tempting wrong option was ")
                    .bold(letter)
                    .text(
                        ". If you chose it, what spoke for it? If you did not, how did you rule it"
                            + " out? Mistakes are welcome here."))
        .orElse(
            Markup.of(
                "What decided it for you, and which other option came closest? Questions are"
                    + " welcome here."));
  }

  /** The letter of the wrong option that most have chosen; empty if nobody chose one. */
  private static Optional<String> tempting(Shown shown, List<Attempt> attempts) {
    return IntStream.range(0, shown.size())
        .filter(position -> !shown.option(position).key() && picks(shown, position, attempts) > 0)
        .boxed()
        .min(Comparator.comparing(position -> -picks(shown, position, attempts)))
        .map(Shown::letter);
  }

  private static long picks(Shown shown, int position, List<Attempt> attempts) {
    return attempts.stream().filter(a -> shown.isPicked(a.answer(), position)).count();
  }
}
