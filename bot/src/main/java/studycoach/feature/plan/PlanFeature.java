package studycoach.feature.plan;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import studycoach.chat.Arguments;
import studycoach.chat.Command;
import studycoach.chat.Incoming;
import studycoach.chat.Message;
import studycoach.chat.OnClick;
import studycoach.chat.OnModal;
import studycoach.chat.Option;
import studycoach.chat.Permission;
import studycoach.chat.Reply;
import studycoach.chat.Response;
import studycoach.chat.Suggestions;
import studycoach.engine.Feature;
import studycoach.study.Goal;
import studycoach.study.Goals;
import studycoach.study.Group;
import studycoach.study.Groups;
import studycoach.study.Learner;
import studycoach.study.Learners;
import studycoach.study.practice.Agendas;

/** {@code plan goal}: when a learner takes the group's exam, and how much they study until then. */
public final class PlanFeature implements Feature {
  static final String NAME = "plan";

  private final Groups groups;
  private final Learners learners;
  private final Goals goals;
  private final Agendas agendas;

  public PlanFeature(Groups groups, Learners learners, Goals goals, Agendas agendas) {
    this.groups = groups;
    this.learners = learners;
    this.goals = goals;
    this.agendas = agendas;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<Command> commands() {
    return List.of(
        new Command(
            "plan goal",
            "The day of your exam and how much you study until then; review goes by it",
            Response.PRIVATE,
            Permission.EVERYONE,
            List.of(
                new Option.Text(
                    GoalReader.DATE,
                    "The day of your exam, written year-month-day; off: you have none any more",
                    Suggestions.NONE),
                new Option.Number(
                    GoalReader.DAYS, "Days of study a week; 5 if not said", 1, Goal.WEEK),
                new Option.Number(
                    GoalReader.MINUTES,
                    "Minutes of study on such a day; 20 if not said",
                    Goal.LEAST_MINUTES,
                    Goal.MOST_MINUTES)),
            this::goal));
  }

  private Reply goal(Incoming.CommandCall call) {
    Group group = groups.of(call.origin());
    Learner learner = learners.of(call.origin());
    Arguments given = call.arguments();
    if (given.isEmpty()) {
      return new Reply.Say(show(learner, group, Optional.empty()));
    }
    return new Reply.Say(
        given.text(GoalReader.DATE).filter(GoalReader.OFF::equalsIgnoreCase).isPresent()
            ? remove(learner, group)
            : tell(learner, group, reader -> reader.read(given)));
  }

  @Override
  public List<OnClick> clicks() {
    return List.of(
        new OnClick(
            "form", Response.MODAL, click -> new Reply.Open(PlanViews.form(click.action()))),
        new OnClick(
            "remove",
            Response.UPDATE,
            click ->
                new Reply.Update(
                    remove(
                        learners.of(click.origin()), groups.ofControl(click.action().number(0))))));
  }

  @Override
  public List<OnModal> modals() {
    return List.of(
        new OnModal(
            "form",
            Response.UPDATE,
            form ->
                new Reply.Update(
                    tell(
                        learners.of(form.origin()),
                        groups.ofControl(form.action().number(0)),
                        reader -> reader.read(form.values())))));
  }

  private Message tell(Learner learner, Group group, Function<GoalReader, Goal> read) {
    Goal goal =
        read.apply(
            new GoalReader(
                group.settings().exam(),
                agendas.goal(learner, group),
                agendas.today(learner, group)));
    goals.tell(learner.home(), goal);
    return show(learner, group, Optional.of("Noted."));
  }

  private Message remove(Learner learner, Group group) {
    goals.remove(learner.id(), group.settings().exam());
    return show(learner, group, Optional.of("Removed."));
  }

  private Message show(Learner learner, Group group, Optional<String> done) {
    return PlanViews.goal(
        group,
        agendas.goal(learner, group),
        agendas.today(learner, group),
        agendas.answeredToday(learner, group),
        done);
  }
}
