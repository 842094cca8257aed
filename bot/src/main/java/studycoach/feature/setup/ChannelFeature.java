package studycoach.feature.setup;

import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import studycoach.chat.ChannelRef;
import studycoach.chat.Command;
import studycoach.chat.Incoming;
import studycoach.chat.OnClick;
import studycoach.chat.Option;
import studycoach.chat.Origin;
import studycoach.chat.Permission;
import studycoach.chat.Reply;
import studycoach.chat.Response;
import studycoach.chat.UserError;
import studycoach.delivery.Outbox;
import studycoach.engine.Feature;
import studycoach.pack.Bank;
import studycoach.study.Codes;
import studycoach.study.Group;
import studycoach.study.GroupChannel;
import studycoach.study.Groups;
import studycoach.study.Learners;
import studycoach.study.board.Seasons;

/** {@code group invite} and {@code group join}: one group in several channels. */
public final class ChannelFeature implements Feature {
  private final Groups groups;
  private final ChannelKeeper keeper;
  private final GroupViews groupViews;
  private final ChannelViews views;
  private final Clock clock;

  /**
   * @param root the word before every command
   */
  public ChannelFeature(
      String root,
      Groups groups,
      Learners learners,
      Seasons seasons,
      ChannelKeeper keeper,
      Supplier<Bank> bank,
      Outbox outbox,
      Clock clock) {
    this.groups = groups;
    this.keeper = keeper;
    this.groupViews =
        new GroupViews(groups, bank, outbox, new GroupFields(groups, learners, seasons));
    this.views = new ChannelViews(root, groups);
    this.clock = clock;
    outbox.add(new ChannelPosts(groups, views));
  }

  @Override
  public String name() {
    return "channel";
  }

  @Override
  public List<Command> commands() {
    return List.of(
        new Command(
            "group invite",
            "A code that brings another channel, also of another platform, into this group",
            Response.PRIVATE,
            Permission.ORGANISER,
            List.of(),
            this::invite),
        new Command(
            "group join",
            "Bring this channel, which you manage, into the group of a code",
            Response.PRIVATE,
            Permission.EVERYONE, // Whoever may not is told what to do instead.
            List.of(new Option.Text("code", "What group invite has shown", origin -> List.of())),
            this::join));
  }

  @Override
  public List<OnClick> clicks() {
    return List.of(new OnClick("unbind", Response.PRIVATE, this::unbind));
  }

  private Reply invite(Incoming.CommandCall call) {
    Group group = groups.of(call.origin());
    String code = keeper.invite(group, call.origin().user());
    return new Reply.Say(views.invitation(group, code, clock.instant().plus(Codes.LIFE)));
  }

  private Reply join(Incoming.CommandCall call) {
    ChannelRef channel = joining(call.origin());
    String code =
        call.arguments()
            .text("code")
            .orElseThrow(
                () ->
                    new UserError(
                        "Which code? An organiser of the group gets one with: group invite"));
    Group joined = keeper.join(channel, code, call.origin());
    return new Reply.Say(groupViews.show(joined, "This channel has joined the group."));
  }

  /**
   * The channel that is to join.
   *
   * @throws UserError if it can't, whatever the code
   */
  private ChannelRef joining(Origin origin) {
    ChannelRef channel =
        origin
            .channel()
            .orElseThrow(
                () ->
                    new UserError(
                        "Please type that in the channel that is to join. The code is still good."));
    if (!origin.manager()) {
      throw new UserError(
          "Only somebody who manages this place can bring its channel into a group. Ask one of them"
              + " to type that; the code is still good.");
    }
    groups.in(channel).ifPresent(this::refuse);
    return channel;
  }

  private void refuse(Group there) {
    String taken = "This channel belongs to a study group already, for " + there.settings().exam();
    boolean only = groups.channels().of(there.id()).size() == 1;
    throw new UserError(
        only
            ? taken
                + ", and is its only channel. Join with another channel, or let the other one join"
                + " this group: group invite"
            : taken + ". To unbind it first: setup channel:off");
  }

  private Reply unbind(Incoming.Click click) {
    GroupChannel channel =
        groups
            .channels()
            .find(click.action().number(0))
            .orElseThrow(() -> new UserError("That channel belongs to the group no more."));
    if (!groups.organisers().mayChange(click.origin(), groups.find(channel.group()))) {
      throw new UserError(
          "Only those who are named as organisers can do that here: setup organisers:@you, in a"
              + " channel of the group, names you. Or type in that channel: setup channel:off");
    }
    Group group = keeper.leave(channel.id());
    return Reply.say(ChannelViews.left(group, groups.channels().of(group.id())));
  }
}
