package studycoach.feature.setup;

import java.time.Instant;
import java.util.List;
import studycoach.chat.Block;
import studycoach.chat.ChannelRef;
import studycoach.chat.Message;
import studycoach.chat.PostKey;
import studycoach.markup.Markup;
import studycoach.study.Buttons;
import studycoach.study.Group;
import studycoach.study.GroupChannel;
import studycoach.study.Groups;
import studycoach.study.Timetable;

/** What is told about channels that join a group. */
final class ChannelViews {
  private final String root;
  private final Groups groups;

  /**
   * @param root the word before every command
   */
  ChannelViews(String root, Groups groups) {
    this.root = root;
    this.groups = groups;
  }

  /** For the organiser alone who asked for the code. */
  Message invitation(Group group, String code, Instant until) {
    return Message.of(
        new Block.Title(Markup.of("Bring another channel into this group")),
        new Block.Text(
            Markup.of("In that channel, on this platform or another, type ")
                .code("/" + root + " group join " + code)
                .text(" until ")
                .time(until, group.zone())
                .text(
                    ". The code works once, and only for somebody who manages that place. I have to"
                        + " be in that channel: add me there first.")),
        new Block.Text(
            Markup.of(
                "Both channels then have one schedule, one board and the same questions. Whoever"
                    + " manages that channel can change this group as you can, and whoever reads"
                    + " there sees its members' names. Show the code to nobody else.")));
  }

  /** For all in a channel that has just joined. */
  Message joined(Group group, GroupChannel channel, PostKey key) {
    return Message.of(
        new Block.Title(
            Markup.of("This channel now belongs to the study group for ")
                .text(group.settings().exam())),
        new Block.Text(schedule(group)),
        new Block.Text(
            Markup.of("The group is also in ")
                .and(others(group, channel.ref()))
                .text(". Everybody answers the same questions and is on the same board.")),
        new Block.Controls(List.of(Buttons.today(group.id(), key))));
  }

  private static Markup schedule(Group group) {
    Timetable timetable = group.settings().timetable();
    Markup days =
        Markup.of(
            "Questions come "
                + Weekdays.show(timetable.days())
                + " at "
                + Wishes.show(timetable.time())
                + " "
                + timetable.zone().getId());
    return group
        .nextDrop()
        .map(next -> days.text(", the next ").time(next, group.zone()).text("."))
        .orElse(days.text(", but the group is paused now."));
  }

  private Markup others(Group group, ChannelRef channel) {
    return GroupFields.names(
        groups.channels().of(group.id()).stream().filter(other -> !other.equals(channel)));
  }

  /** For the organiser who invited the channel. */
  Message told(Group group, GroupChannel channel, PostKey key) {
    return Message.of(
        new Block.Title(Markup.of("A channel has joined " + group.settings().exam())),
        new Block.Text(
            GroupFields.name(channel.ref())
                .text(" now belongs to the group, by your code. If that was not meant, press the")
                .text(" button, or there type ")
                .code("/" + root + " setup channel:off")
                .text(".")),
        new Block.Controls(List.of(Buttons.unbind(channel.id(), key))));
  }

  /**
   * For who has unbound a channel.
   *
   * @param channels of the group, which are left
   */
  static Markup left(Group group, List<ChannelRef> channels) {
    return Markup.of("That channel no longer belongs to the study group for ")
        .text(group.settings().exam() + ", which goes on in ")
        .and(GroupFields.names(channels.stream()))
        .text(
            ". What is open can still be answered below its question and is closed on time; nothing"
                + " new comes.");
  }
}
