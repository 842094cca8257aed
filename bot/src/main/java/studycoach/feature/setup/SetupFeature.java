package studycoach.feature.setup;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import studycoach.chat.Arguments;
import studycoach.chat.ChannelRef;
import studycoach.chat.Command;
import studycoach.chat.Incoming;
import studycoach.chat.OnClick;
import studycoach.chat.OnModal;
import studycoach.chat.Option;
import studycoach.chat.Permission;
import studycoach.chat.Reply;
import studycoach.chat.Response;
import studycoach.chat.UserError;
import studycoach.delivery.Outbox;
import studycoach.engine.Feature;
import studycoach.pack.Bank;
import studycoach.schedule.Schedule;
import studycoach.study.Drops;
import studycoach.study.Group;
import studycoach.study.GroupChannel;
import studycoach.study.GroupSettings;
import studycoach.study.Groups;
import studycoach.study.Learners;
import studycoach.study.Zones;
import studycoach.study.board.Seasons;

/**
 * {@code setup}: starts the group of a channel, or changes what is given and nothing else. With
 * nothing given it shows the panel.
 */
public final class SetupFeature implements Feature {
  private static final String CHANNEL = "channel";

  private final Groups groups;
  private final Learners learners;
  private final ChannelKeeper channels;
  private final SettingsReader reader;
  private final GroupKeeper keeper;
  private final GroupViews views;
  private final PanelDesk desk;

  public SetupFeature(
      Jdbi jdbi,
      Groups groups,
      Learners learners,
      Drops drops,
      Seasons seasons,
      ChannelKeeper channels,
      Supplier<Bank> bank,
      Outbox outbox,
      Schedule schedule) {
    this.groups = groups;
    this.learners = learners;
    this.channels = channels;
    this.reader = new SettingsReader(bank);
    GroupFields fields = new GroupFields(groups, learners, seasons);
    this.keeper = new GroupKeeper(jdbi, groups, learners, drops, seasons, reader, outbox, schedule);
    this.views = new GroupViews(groups, bank, outbox, fields);
    this.desk = new PanelDesk(groups, learners, seasons, keeper, views, new Panel(views, reader));
  }

  @Override
  public String name() {
    return "setup";
  }

  @Override
  public List<Command> commands() {
    return List.of(
        new Command(
            "setup",
            "Start a study group in this channel, or change what you give; alone: all settings",
            Response.PRIVATE,
            Permission.ORGANISER,
            options(),
            this::setup));
  }

  private List<Option> options() {
    return List.of(
        text("exam", "The exam to study for, e.g. MLS-C01", reader::codes),
        text("time", "When the drop comes, e.g. 09:00", List::of),
        new Option.Text("zone", "The time zone of that time", Zones.SUGGESTIONS),
        text(
            "days",
            "The days of the drops, e.g. mon-fri",
            () -> List.of("daily", "mon-fri", "mon,wed,fri")),
        new Option.Number("questions", "Questions in a drop", 1, GroupSettings.MOST_QUESTIONS),
        new Option.Choice(
            "feedback",
            "Marked at once and final, or sealed until the reveal",
            List.of("instant", "sealed")),
        text(
            "reveal",
            "With the next drop, or a time after, e.g. 4h",
            () -> List.of("next", "30m", "4h")),
        text(
            "board",
            "When the weekly board comes, e.g. \"fri 17:30\", or off",
            () -> List.of("mon 12:00", "fri 17:30", "off")),
        text("week", "The first day of the board's week", Weekdays::words),
        text(
            "season",
            "A new season: reset for now, or its days, e.g. 2026-09-01..2026-12-31",
            () -> List.of(SeasonWish.RESET)),
        new Option.Flag("thread", "A thread for discussion under each reveal"),
        new Option.Role("mention", "A role that drops mention here; again to take it back"),
        new Option.Person(
            "organisers", "Someone who may change the group too; again to take it back"),
        new Option.Choice(
            CHANNEL,
            "off: this channel leaves the group, which goes on elsewhere",
            List.of("off")));
  }

  private static Option text(String name, String summary, Supplier<List<String>> words) {
    return new Option.Text(name, summary, origin -> words.get());
  }

  @Override
  public List<OnClick> clicks() {
    return desk.clicks();
  }

  @Override
  public List<OnModal> modals() {
    return desk.modals();
  }

  private Reply setup(Incoming.CommandCall call) {
    Arguments given = call.arguments();
    if (given.isEmpty()) {
      return desk.open(call.origin());
    }
    ChannelRef channel = PanelDesk.channel(call.origin());
    if (given.text(CHANNEL).isPresent()) {
      return unbind(channel, given);
    }
    Optional<Group> group = groups.in(channel);
    if (group.isPresent()) {
      GroupKeeper.Changed changed = keeper.change(group.get().id(), call.origin(), given);
      return new Reply.Say(views.show(changed.group(), views.told(changed)));
    }
    return new Reply.Say(
        views.introduced(keeper.start(given, channel, learners.of(call.origin()))));
  }

  private Reply unbind(ChannelRef channel, Arguments given) {
    if (given.values().size() > 1) {
      throw new UserError("channel:off goes with nothing else. Nothing was changed.");
    }
    GroupChannel bound =
        groups
            .channels()
            .at(channel)
            .orElseThrow(() -> new UserError("This channel belongs to no study group."));
    Group group = channels.leave(bound.id());
    return Reply.say(ChannelViews.left(group, groups.channels().of(group.id())));
  }
}
