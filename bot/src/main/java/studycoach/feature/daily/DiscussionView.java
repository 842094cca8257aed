package studycoach.feature.daily;

import java.util.List;
import studycoach.chat.Block;
import studycoach.chat.Message;
import studycoach.chat.PostKey;
import studycoach.markup.CommonMark;
import studycoach.markup.Markup;
import studycoach.pack.Question;
import studycoach.study.Attempt;
import studycoach.study.Buttons;
import studycoach.study.DropQuestion;
import studycoach.study.QuestionVersions;
import studycoach.study.ask.Shown;

/**
 * What a thread begins with. Of the answers it tells no more than the reveal above it: which wrong
 * option most have chosen, never who.
 */
record DiscussionView(QuestionVersions versions) {
  private static final int LONGEST_TOPIC = 80;

  Message of(DropQuestion question, List<Attempt> attempts, PostKey key) {
    Shown shown = Shown.of(versions.shown(question), question.permutation());
    return Message.of(
        new Block.Title(Markup.of("Discuss: " + topic(shown.question()))),
        new Block.Text(invitation(shown, attempts)),
        new Block.Controls(
            List.of(Buttons.mine(question.id(), key), Buttons.report(question.id()))));
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
    return shown
        .hardest(attempts)
        .map(hardest -> hardest.text(" Mistakes are welcome here."))
        .orElse(
            Markup.of(
                "What decided it for you, and what else came close? Questions are welcome here."));
  }
}
