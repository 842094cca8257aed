package studycoach.feature.daily;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studycoach.chat.ActionId;
import studycoach.chat.Block;
import studycoach.chat.Control;
import studycoach.chat.Destination;
import studycoach.chat.Message;
import studycoach.chat.PostKey;
import studycoach.markup.CommonMark;
import studycoach.markup.Markup;
import studycoach.study.Attempt;
import studycoach.study.Buttons;
import studycoach.study.Drop;
import studycoach.study.DropQuestion;
import studycoach.study.Group;
import studycoach.study.Learners;
import studycoach.study.QuestionVersions;
import studycoach.study.Streak;
import studycoach.study.ask.Lesson;
import studycoach.study.ask.Shown;

/** What people are told of answers: of their own, marked or under seal, and of the right one. */
final class AnswerViews {
  private final QuestionVersions versions;
  private final Learners learners;

  AnswerViews(QuestionVersions versions, Learners learners) {
    this.versions = versions;
    this.learners = learners;
  }

  /**
   * What somebody is told of an answer that is marked.
   *
   * @param points that it gave; empty if it gave none
   */
  Message marked(
      DropQuestion question, Shown shown, Attempt attempt, Optional<Long> points, Streak streak) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Text(verdict(shown, attempt, points)));
    shown.reasons(attempt.answer()).stream().map(Block.Text::new).forEach(blocks::add);
    blocks.addAll(Lesson.of(shown.question()));
    blocks.add(new Block.Text(streakLine(streak)));
    blocks.add(new Block.Controls(List.of(Buttons.report(question.id()))));
    return new Message(blocks);
  }

  private static Markup verdict(Shown shown, Attempt attempt, Optional<Long> points) {
    String chosen = " You chose " + shown.letters(attempt.answer());
    return attempt.correct()
        ? Markup.empty().bold("Right.").text(chosen + ". ").and(pointsWords(points))
        : Markup.empty()
            .bold("Not this time.")
            .text(chosen + ", the answer is " + shown.keyLetters() + ".");
  }

  private static Markup pointsWords(Optional<Long> points) {
    return points
        .map(given -> Markup.empty().bold("+" + given + " points."))
        .orElse(Markup.of("No points this time: this question has given you its points before."));
  }

  /** What somebody is told of an answer under seal. */
  Message sealed(Group group, Drop drop, Shown shown, Attempt attempt) {
    return Message.of(
        new Block.Text(
            Markup.of("Noted: ")
                .bold(shown.letters(attempt.answer()))
                .text(". You can change it until ")
                .time(drop.closesAt(), group.zone())
                .text("; the answer comes with the reveal.")));
  }

  /** The right answer, for all who read it in one place. */
  Message reveal(
      DropQuestion question, int size, List<Attempt> attempts, Destination to, PostKey key) {
    Shown shown = Shown.of(versions.shown(question), question.permutation());
    List<Block> blocks = new ArrayList<>();
    String number = size > 1 ? " to question " + question.place() : "";
    blocks.add(new Block.Title(Markup.of("The answer" + number + " is " + shown.keyLetters())));
    blocks.add(new Block.Text(CommonMark.read(shown.question().stem())));
    shown.reasons(attempts).stream().map(Block.Text::new).forEach(blocks::add);
    blocks.addAll(Lesson.of(shown.question()));
    blocks.add(new Block.Text(result(attempts, to)));
    blocks.add(
        new Block.Controls(
            List.of(
                new Control.Button(
                    "My answer",
                    ActionId.of(DailyFeature.NAME, "mine", question.id(), key.value())),
                Buttons.report(question.id()))));
    return new Message(blocks);
  }

  private Markup result(List<Attempt> attempts, Destination to) {
    if (attempts.isEmpty()) {
      return Markup.of("Nobody answered this one.");
    }
    long right = attempts.stream().filter(Attempt::correct).count();
    Markup result = Markup.of(right + " of " + attempts.size() + " right");
    Optional<Attempt> first = attempts.stream().filter(Attempt::correct).findFirst();
    return first
        .filter(attempt -> learners.find(attempt.learner()).onBoard())
        .map(
            attempt ->
                result.text(" · first right: ").and(learners.account(attempt.learner(), to).span()))
        .orElse(result);
  }

  private static Markup streakLine(Streak streak) {
    String drops = streak.current() == 1 ? "1 drop" : streak.current() + " drops";
    String freezes = streak.freezes() == 1 ? "1 freeze" : streak.freezes() + " freezes";
    return Markup.of("Your streak: ").bold(drops).text(" · " + freezes + " kept");
  }
}
