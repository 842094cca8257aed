package studycoach.feature.daily;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import studycoach.chat.Command;
import studycoach.chat.Incoming;
import studycoach.chat.OnClick;
import studycoach.chat.Origin;
import studycoach.chat.Permission;
import studycoach.chat.Reply;
import studycoach.chat.Response;
import studycoach.chat.UserError;
import studycoach.delivery.Outbox;
import studycoach.engine.Feature;
import studycoach.markup.Markup;
import studycoach.pack.Bank;
import studycoach.schedule.Job;
import studycoach.schedule.Schedule;
import studycoach.study.Answer;
import studycoach.study.Attempt;
import studycoach.study.Attempts;
import studycoach.study.Drop;
import studycoach.study.DropQuestion;
import studycoach.study.Drops;
import studycoach.study.Grading;
import studycoach.study.Group;
import studycoach.study.Groups;
import studycoach.study.Holds;
import studycoach.study.Learners;
import studycoach.study.OpenQuestion;
import studycoach.study.OpenQuestions;
import studycoach.study.QuestionVersions;
import studycoach.study.Streaks;
import studycoach.study.board.Points;
import studycoach.study.draw.Chance;

/** Daily drops: answering them in the channel or from {@code today}, and what organisers do. */
public final class DailyFeature implements Feature {
  static final String NAME = "daily";

  private final Groups groups;
  private final Learners learners;
  private final Drops drops;
  private final Attempts attempts;
  private final OpenQuestions open;
  private final Streaks streaks;
  private final Points points;
  private final QuestionVersions versions;
  private final Outbox outbox;
  private final DailyDao dao;
  private final Drawing drawing;
  private final DailyViews views;
  private final DropKeeper keeper;
  private final OrganiserCommands organising;

  public DailyFeature(
      Jdbi jdbi,
      Groups groups,
      Learners learners,
      Drops drops,
      Attempts attempts,
      Streaks streaks,
      Holds holds,
      Supplier<Bank> bank,
      Outbox outbox,
      Schedule schedule,
      Chance chance,
      Clock clock) {
    this.groups = groups;
    this.learners = learners;
    this.drops = drops;
    this.attempts = attempts;
    this.open = new OpenQuestions(drops, attempts, clock);
    this.streaks = streaks;
    this.points = new Points(jdbi);
    this.versions = new QuestionVersions(jdbi);
    this.outbox = outbox;
    this.dao = new DailyDao(jdbi);
    this.drawing = new Drawing(bank, drops, attempts, holds, dao, chance);
    Plan plan = new Plan(jdbi, new PlanDao(jdbi), drawing);
    this.views = new DailyViews(versions, learners, bank);
    this.keeper =
        new DropKeeper(jdbi, groups, drops, attempts, versions, plan, drawing, outbox, clock);
    this.organising = new OrganiserCommands(groups, keeper, plan, bank, schedule);
    outbox.add(new DropPosts(drops, groups, attempts, views, clock));
    outbox.add(new RevealPosts(drops, attempts, views));
  }

  @Override
  public String name() {
    return NAME;
  }

  /** The job that opens and ends drops; to be run for every group when the program starts. */
  public Job job() {
    return new Job(Group.JOB, id -> Optional.of(keeper.keep(Long.parseLong(id))));
  }

  @Override
  public List<Command> commands() {
    Command today =
        new Command(
            "today",
            "A private copy of what is open and you have not answered",
            Response.PRIVATE,
            Permission.EVERYONE,
            List.of(),
            this::today);
    return Stream.concat(Stream.of(today), organising.commands()).toList();
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
    return today(groups.of(call.origin()), learners.of(call.origin()).id());
  }

  private Reply today(Incoming.Click click) {
    return today(groups.ofControl(click.action().number(0)), learners.of(click.origin()).id());
  }

  private Reply today(Group group, long learner) {
    List<OpenQuestion> all = open.of(group.id(), learner);
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

  private List<Integer> copyOrder(long learner, DropQuestion question) {
    return dao.copy(
        learner,
        question.id(),
        drawing.shuffle(
            versions.shown(question), "copy " + question.id() + " of learner " + learner));
  }

  private Reply answerPublic(Incoming.Click click) {
    DropQuestion question = asked(click);
    List<Integer> positions = positions(click, 2);
    return answer(click.origin(), question, question.permutation(), positions);
  }

  private Reply answerCopy(Incoming.Click click) {
    DropQuestion question = asked(click);
    long learner = learners.of(click.origin()).id();
    Reply.Answer reply =
        answer(click.origin(), question, copyOrder(learner, question), positions(click, 1));
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

  private Reply.Answer answer(
      Origin origin, DropQuestion question, List<Integer> permutation, List<Integer> positions) {
    Shown shown = new Shown(versions.shown(question), permutation);
    if (positions.size() != shown.keys()
        || positions.stream().anyMatch(position -> position < 0 || position >= shown.size())) {
      throw new UserError("Please choose " + shown.keys() + ".");
    }
    Group group = groups.find(question.group());
    long learner = learners.of(origin).id();
    Answer answer = shown.answer(positions);
    boolean correct = Grading.isRight(shown.question(), answer);
    Attempts.Outcome outcome =
        group.settings().sealed()
            ? attempts.seal(learner, question, answer, correct)
            : attempts.answer(learner, question, answer, correct);
    if (outcome == Attempts.Outcome.TOO_LATE) {
      throw new UserError("The time for this question is over. The reveal shows the answer.");
    }
    if (outcome == Attempts.Outcome.ACCEPTED) {
      outbox.refresh(DropPosts.KIND, question.id());
    }
    return told(group, learner, question, permutation, outcome);
  }

  private Reply.Answer told(
      Group group,
      long learner,
      DropQuestion question,
      List<Integer> permutation,
      Attempts.Outcome outcome) {
    Attempt attempt = attempts.of(learner, question.id()).orElseThrow();
    Drop drop = drops.find(question.drop());
    boolean noted = outcome == Attempts.Outcome.ACCEPTED;
    if (noted && group.settings().sealed() && drop.state() == Drop.State.OPEN) {
      return new Reply.Say(views.sealed(group, drop, question, permutation, attempt));
    }
    if (outcome == Attempts.Outcome.ANSWERED_BEFORE) {
      return Reply.say(
          "You have answered this one already, and the first answer is final: it was "
              + (attempt.correct() ? "right." : "wrong."));
    }
    return new Reply.Say(
        views.marked(
            question,
            permutation,
            attempt,
            points.forAnswer(learner, question.id()),
            streaks.of(group.id(), learner)));
  }

  private Reply mine(Incoming.Click click) {
    DropQuestion question = asked(click);
    long learner = learners.of(click.origin()).id();
    Optional<Attempt> attempt = attempts.of(learner, question.id());
    if (drops.find(question.drop()).state() == Drop.State.OPEN) {
      throw new UserError("The window of this question is still open.");
    }
    if (attempt.isEmpty()) {
      return Reply.say("You did not answer this one.");
    }
    return new Reply.Say(
        views.marked(
            question,
            question.permutation(),
            attempt.get(),
            points.forAnswer(learner, question.id()),
            streaks.of(question.group(), learner)));
  }
}
