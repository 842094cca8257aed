package studycoach.feature.daily;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import studycoach.chat.Message;
import studycoach.chat.Origin;
import studycoach.chat.Reply;
import studycoach.chat.UserError;
import studycoach.delivery.Outbox;
import studycoach.study.Answer;
import studycoach.study.Answers;
import studycoach.study.Attempt;
import studycoach.study.Attempts;
import studycoach.study.Drop;
import studycoach.study.DropQuestion;
import studycoach.study.Drops;
import studycoach.study.Grading;
import studycoach.study.Group;
import studycoach.study.Groups;
import studycoach.study.Learners;
import studycoach.study.QuestionVersions;
import studycoach.study.Streaks;
import studycoach.study.ask.Shown;
import studycoach.study.board.Points;

/** Grades answers and tells people what became of theirs. */
public final class Answering {
  private final Groups groups;
  private final Learners learners;
  private final Drops drops;
  private final Attempts attempts;
  private final Answers answers;
  private final Streaks streaks;
  private final Points points;
  private final QuestionVersions versions;
  private final AnswerViews views;
  private final Outbox outbox;
  private final MeterRegistry registry;

  public Answering(
      Jdbi jdbi,
      Groups groups,
      Learners learners,
      Drops drops,
      Attempts attempts,
      Answers answers,
      Streaks streaks,
      Outbox outbox,
      MeterRegistry registry) {
    this.groups = groups;
    this.learners = learners;
    this.drops = drops;
    this.attempts = attempts;
    this.answers = answers;
    this.streaks = streaks;
    this.points = new Points(jdbi);
    this.versions = new QuestionVersions(jdbi);
    this.views = new AnswerViews(versions, learners);
    this.outbox = outbox;
    this.registry = registry;
  }

  /**
   * Takes an answer.
   *
   * @param shown as they saw the question
   * @throws UserError if it is too late
   */
  Reply.Answer answer(Origin origin, DropQuestion question, Shown shown, Answer answer) {
    Group group = groups.find(question.group());
    long home = learners.of(origin).home();
    boolean correct = Grading.isRight(shown.question(), answer);
    Answers.Outcome outcome =
        group.settings().sealed()
            ? answers.seal(home, question, answer, correct)
            : answers.answer(home, question, answer, correct);
    if (outcome == Answers.Outcome.TOO_LATE) {
      throw tooLate();
    }
    long learner = learners.of(origin).id();
    Attempt attempt = attempts.of(learner, question.id()).orElseThrow();
    if (outcome == Answers.Outcome.ANSWERED_BEFORE) {
      return Reply.say(
          "You have answered this one already, and the first answer is final: it was "
              + (attempt.correct() ? "right." : "wrong."));
    }
    accepted(origin.user().platform()).increment();
    outbox.refresh(DropPosts.KIND, question.id());
    return new Reply.Say(told(learner, question, shown, attempt));
  }

  /** Lets a platform's answers be counted from zero on. */
  public void begin(String platform) {
    accepted(platform);
  }

  private Counter accepted(String platform) {
    return Counter.builder("coach.answers.accepted")
        .description("Answers that were taken, under seal each change too")
        .tag("platform", platform)
        .register(registry);
  }

  static UserError tooLate() {
    return new UserError("The time for this question is over. The reveal shows the answer.");
  }

  /** What somebody was told of the answer that they have given; empty if they gave none. */
  Optional<Message> told(long learner, DropQuestion question, Shown shown) {
    return attempts
        .of(learner, question.id())
        .map(attempt -> told(learner, question, shown, attempt));
  }

  private Message told(long learner, DropQuestion question, Shown shown, Attempt attempt) {
    return attempts.isFinal(learner, question.id())
        ? marked(learner, question, shown, attempt)
        : views.sealed(groups.find(question.group()), drops.find(question.drop()), shown, attempt);
  }

  /** Whether somebody can't change their answer any more. */
  boolean isFinal(long learner, DropQuestion question) {
    return attempts.isFinal(learner, question.id());
  }

  private Message marked(long learner, DropQuestion question, Shown shown, Attempt attempt) {
    return views.marked(
        question,
        shown,
        attempt,
        points.forAnswer(learner, question.id()),
        streaks.of(question.group(), learner));
  }

  /**
   * Somebody's own answer to a question that is revealed.
   *
   * @throws UserError if its window is still open
   */
  Reply.Answer mine(Origin origin, DropQuestion question) {
    long learner = learners.of(origin).id();
    Optional<Attempt> attempt = attempts.of(learner, question.id());
    if (drops.find(question.drop()).state() == Drop.State.OPEN) {
      throw new UserError("The window of this question is still open.");
    }
    if (attempt.isEmpty()) {
      return Reply.say("You did not answer this one.");
    }
    Shown shown = Shown.of(versions.shown(question), question.permutation());
    return new Reply.Say(marked(learner, question, shown, attempt.get()));
  }
}
