package studycoach.feature.daily;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
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
import studycoach.study.ask.Press;
import studycoach.study.ask.Shown;
import studycoach.study.ask.ShownOptions;

/** Daily drops: answering them in the channel or from {@code today}. */
public final class DailyFeature implements Feature {
  static final String NAME = "daily";

  private final Groups groups;
  private final Learners learners;
  private final Drops drops;
  private final OpenQuestions open;
  private final Answering answering;
  private final QuestionVersions versions;
  private final Copies copies;
  private final Arranging arranging;

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
    this.answering = answering;
    this.versions = new QuestionVersions(jdbi);
    PlacingDao placings = new PlacingDao(jdbi);
    this.copies =
        new Copies(groups, drops, versions, drawing, placings, new QuestionViews(versions, bank));
    this.arranging = new Arranging(learners, drops, placings, copies, answering);
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
    return Stream.concat(
            Stream.of(
                new OnClick("today", Response.PRIVATE, this::today),
                new OnClick("answer", Response.PRIVATE, this::answerPublic),
                new OnClick("copy", Response.UPDATE, this::answerCopy),
                new OnClick("mine", Response.PRIVATE, this::mine)),
            arranging.clicks().stream())
        .toList();
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
    return new Reply.Say(copies.view(learner, unanswered.get(0).question(), unanswered.size() - 1));
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

  private Reply answerPublic(Incoming.Click click) {
    DropQuestion question = asked(click);
    Shown shown = Shown.of(versions.shown(question), question.permutation());
    return answer(click, question, shown, Press.positions(click, 2));
  }

  private Reply answerCopy(Incoming.Click click) {
    DropQuestion question = asked(click);
    Shown shown = copies.shown(learners.of(click.origin()), question);
    Reply.Answer reply = answer(click, question, shown, Press.positions(click, 1));
    return reply instanceof Reply.Say say ? new Reply.Update(say.message()) : reply;
  }

  private Reply.Answer answer(
      Incoming.Click click, DropQuestion question, Shown shown, List<Integer> positions) {
    if (shown instanceof ShownOptions options) {
      return answering.answer(click.origin(), question, shown, options.answer(positions));
    }
    throw new UserError("I don't know that choice.");
  }

  private DropQuestion asked(Incoming.Click click) {
    return asked(drops, click);
  }

  static DropQuestion asked(Drops drops, Incoming.Click click) {
    return drops
        .question(click.action().number(0))
        .orElseThrow(() -> new UserError("I no longer know that question."));
  }

  private Reply mine(Incoming.Click click) {
    return answering.mine(click.origin(), asked(click));
  }
}
