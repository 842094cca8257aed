package studycoach.feature.daily;

import java.util.List;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import studycoach.chat.Command;
import studycoach.chat.Incoming;
import studycoach.chat.OnClick;
import studycoach.chat.Permission;
import studycoach.chat.Reply;
import studycoach.chat.Response;
import studycoach.chat.UserError;
import studycoach.engine.Feature;
import studycoach.markup.Markup;
import studycoach.pack.Bank;
import studycoach.study.DropQuestion;
import studycoach.study.Drops;
import studycoach.study.Group;
import studycoach.study.Groups;
import studycoach.study.Learner;
import studycoach.study.Learners;
import studycoach.study.OpenQuestion;
import studycoach.study.OpenQuestions;
import studycoach.study.QuestionVersions;

/** Daily drops: answering them in the channel or from {@code today}. */
public final class DailyFeature implements Feature {
  static final String NAME = "daily";

  private final Groups groups;
  private final Learners learners;
  private final Drops drops;
  private final OpenQuestions open;
  private final Drawing drawing;
  private final Answering answering;
  private final QuestionVersions versions;
  private final QuestionViews views;

  public DailyFeature(
      Jdbi jdbi,
      Groups groups,
      Learners learners,
      Drops drops,
      OpenQuestions open,
      Drawing drawing,
      Answering answering,
      Supplier<Bank> bank) {
    this.groups = groups;
    this.learners = learners;
    this.drops = drops;
    this.open = open;
    this.drawing = drawing;
    this.answering = answering;
    this.versions = new QuestionVersions(jdbi);
    this.views = new QuestionViews(versions, bank);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<Command> commands() {
    return List.of(
        new Command(
            "today",
            "A private copy of what is open and you have not answered",
            Response.PRIVATE,
            Permission.EVERYONE,
            List.of(),
            this::today));
  }

  @Override
  public List<OnClick> clicks() {
    return List.of(
        new OnClick("today", Response.PRIVATE, this::today),
        new OnClick("answer", Response.PRIVATE, this::answerPublic),
        new OnClick("copy", Response.UPDATE, this::answerCopy),
        new OnClick("mine", Response.PRIVATE, this::mine));
  }

  private Reply today(Incoming.CommandCall call) {
    return today(groups.of(call.origin()), learners.of(call.origin()));
  }

  private Reply today(Incoming.Click click) {
    return today(groups.ofControl(click.action().number(0)), learners.of(click.origin()));
  }

  private Reply today(Group group, Learner learner) {
    List<OpenQuestion> all = open.of(group.id(), learner.id());
    List<OpenQuestion> unanswered = all.stream().filter(one -> !one.answered()).toList();
    if (unanswered.isEmpty()) {
      return nothingToAnswer(group, !all.isEmpty());
    }
    DropQuestion question = unanswered.get(0).question();
    return new Reply.Say(
        views.copy(
            group,
            unanswered.get(0).drop(),
            question,
            copyOrder(learner, question),
            unanswered.size() - 1));
  }

  private static Reply nothingToAnswer(Group group, boolean answeredAll) {
    Markup said =
        Markup.of(
            answeredAll
                ? "You have answered everything that is open. "
                : "No question is open just now. ");
    return Reply.say(
        group
            .nextDrop()
            .map(at -> said.text("The next drop comes ").time(at, group.zone()).text("."))
            .orElseGet(() -> said.text("The group is paused.")));
  }

  private List<Integer> copyOrder(Learner learner, DropQuestion question) {
    return drawing.copy(learner.home(), question.id(), versions.shown(question));
  }

  private Reply answerPublic(Incoming.Click click) {
    DropQuestion question = asked(click);
    List<Integer> positions = positions(click, 2);
    return answering.answer(click.origin(), question, question.permutation(), positions);
  }

  private Reply answerCopy(Incoming.Click click) {
    DropQuestion question = asked(click);
    Learner learner = learners.of(click.origin());
    Reply.Answer reply =
        answering.answer(
            click.origin(), question, copyOrder(learner, question), positions(click, 1));
    return reply instanceof Reply.Say say ? new Reply.Update(say.message()) : reply;
  }

  private DropQuestion asked(Incoming.Click click) {
    return drops
        .question(click.action().number(0))
        .orElseThrow(() -> new UserError("I no longer know that question."));
  }

  /** The positions chosen: of a select in its values, of a button in its action id. */
  private static List<Integer> positions(Incoming.Click click, int key) {
    try {
      return click.values().isEmpty()
          ? List.of(Math.toIntExact(click.action().number(key)))
          : click.values().stream().map(Integer::valueOf).distinct().toList();
    } catch (NumberFormatException | ArithmeticException e) {
      throw new UserError("I don't know that choice.");
    }
  }

  private Reply mine(Incoming.Click click) {
    return answering.mine(click.origin(), asked(click));
  }
}
