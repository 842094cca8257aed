package studycoach.feature.setup;

import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import studycoach.chat.Command;
import studycoach.chat.Destination;
import studycoach.chat.Incoming;
import studycoach.chat.Permission;
import studycoach.chat.Reply;
import studycoach.chat.Response;
import studycoach.chat.UserError;
import studycoach.delivery.Outbox;
import studycoach.engine.Feature;
import studycoach.pack.Bank;
import studycoach.schedule.Schedule;
import studycoach.study.Group;
import studycoach.study.Groups;
import studycoach.study.Learners;
import studycoach.study.Members;
import studycoach.study.board.Seasons;

/** {@code group …}: shows a group, stops and resumes its drops, and leaves it. */
public final class GroupFeature implements Feature {
  private final Groups groups;
  private final Learners learners;
  private final Members members;
  private final Outbox outbox;
  private final Schedule schedule;
  private final Clock clock;
  private final GroupViews views;

  public GroupFeature(
      Groups groups,
      Learners learners,
      Members members,
      Seasons seasons,
      Supplier<Bank> bank,
      Outbox outbox,
      Schedule schedule,
      Clock clock) {
    this.groups = groups;
    this.learners = learners;
    this.members = members;
    this.outbox = outbox;
    this.schedule = schedule;
    this.clock = clock;
    this.views = new GroupViews(groups, bank, outbox, new GroupFields(groups, learners, seasons));
  }

  @Override
  public String name() {
    return "group";
  }

  @Override
  public List<Command> commands() {
    return List.of(
        command("group show", "The settings and the next drop", Permission.EVERYONE, this::show),
        command("group pause", "Stop the drops for now", Permission.ORGANISER, this::pause),
        command("group resume", "Go on after a pause", Permission.ORGANISER, this::resume),
        command(
            "group skip",
            "Leave out the next drop; again to take it back",
            Permission.ORGANISER,
            this::skip),
        command(
            "group leave",
            "Leave the group; answering again rejoins it",
            Permission.EVERYONE,
            this::leave));
  }

  private static Command command(
      String name,
      String summary,
      Permission permission,
      Function<Incoming.CommandCall, Reply> handler) {
    return new Command(name, summary, Response.PRIVATE, permission, List.of(), handler);
  }

  private Reply show(Incoming.CommandCall call) {
    return new Reply.Say(views.introduced(groups.of(call.origin())));
  }

  private Reply pause(Incoming.CommandCall call) {
    Group group = groups.of(call.origin());
    if (group.paused()) {
      throw new UserError("The group is paused already. To go on: group resume");
    }
    return new Reply.Say(
        views.show(
            groups.setPaused(group, true),
            "Paused. What is open is still revealed when the next drop would have come."));
  }

  private Reply resume(Incoming.CommandCall call) {
    Group group = groups.of(call.origin());
    Group resumed = group.paused() ? groups.setPaused(group, false) : group;
    groups.channels().of(group.id()).stream().map(Destination.Channel::new).forEach(outbox::reopen);
    schedule.now(Group.JOB, String.valueOf(group.id()));
    return new Reply.Say(views.show(resumed, "The drops go on."));
  }

  private Reply skip(Incoming.CommandCall call) {
    Group group = groups.of(call.origin());
    Group changed = groups.setSkipNext(group, !group.skipNext());
    return new Reply.Say(
        views.show(
            changed, changed.skipNext() ? "The next drop is left out." : "The next drop comes."));
  }

  private Reply leave(Incoming.CommandCall call) {
    Group group = groups.of(call.origin());
    if (!members.leave(group.id(), learners.of(call.origin()).id(), clock.instant())) {
      throw new UserError("You are not in this group. Answering a question joins it.");
    }
    return Reply.say("You have left the group. Answering again rejoins it.");
  }
}
