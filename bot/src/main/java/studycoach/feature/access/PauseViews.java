package studycoach.feature.access;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studycoach.chat.ActionId;
import studycoach.chat.Block;
import studycoach.chat.Control;
import studycoach.chat.Destination;
import studycoach.chat.Message;
import studycoach.chat.PostKey;
import studycoach.delivery.Pause;
import studycoach.markup.Markup;
import studycoach.study.Buttons;
import studycoach.study.Group;
import studycoach.study.GroupChannel;

/** What organisers read about a channel where nothing can be posted. */
final class PauseViews {
  private PauseViews() {}

  /**
   * @param spare the channel, if its group can do without it
   */
  static Message message(
      String root, Pause pause, Group group, Optional<GroupChannel> spare, PostKey key) {
    return pause
        .ended()
        .map(ended -> over(pause, group, ended))
        .orElseGet(() -> open(root, pause, group, spare, key));
  }

  private static Message open(
      String root, Pause pause, Group group, Optional<GroupChannel> spare, PostKey key) {
    Markup what =
        Markup.of("I can't post in ")
            .and(channel(pause))
            .text(": " + pause.reason() + ". This began ")
            .time(pause.since(), group.zone())
            .text(".");
    Markup meanwhile =
        Markup.of(
            "Nothing is lost or deleted. Questions come late if it works again before their"
                + " windows end, and a drop that nobody could see breaks no streak.");
    Markup todo =
        Markup.of(
                "Let me see the channel, read its history and post there again, with embedded"
                    + " links, or invite me again if I was removed. If the channel is gone, start in"
                    + " another one with ")
            .code("/" + root + " setup")
            .text(
                ". I try again every 10 minutes, later every hour, also whenever there is something"
                    + " new, and go on by myself.");
    List<Control> controls = new ArrayList<>();
    controls.add(
        new Control.Button(
            "Try now", ActionId.of(AccessFeature.NAME, "try", pause.id(), key.value())));
    spare.ifPresent(channel -> controls.add(Buttons.unbind(channel.id(), key)));
    return Message.of(
        title(group, "Nothing can be posted for "),
        new Block.Text(what),
        new Block.Text(meanwhile),
        new Block.Text(todo),
        new Block.Controls(controls));
  }

  private static Message over(Pause pause, Group group, Instant ended) {
    ZoneId zone = group.zone();
    return Message.of(
        title(group, "It works again for "),
        new Block.Text(
            Markup.of("I post in ")
                .and(channel(pause))
                .text(" again since ")
                .time(ended, zone)
                .text(". I could not from ")
                .time(pause.since(), zone)
                .text(" on: " + pause.reason() + ".")));
  }

  /** The channel has left its group meanwhile. */
  static Message left(Pause pause) {
    return Message.of(
        new Block.Text(
            Markup.of("I no longer try to post in ")
                .and(channel(pause))
                .text(": it belongs to no group any more.")));
  }

  private static Block title(Group group, String before) {
    return new Block.Title(Markup.of(before + group.settings().exam()));
  }

  private static Markup channel(Pause pause) {
    return Markup.empty().and(((Destination.Channel) pause.to()).channel().span());
  }
}
