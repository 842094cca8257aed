package studycoach.feature.setup;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import studycoach.chat.ChannelRef;
import studycoach.chat.Destination;
import studycoach.chat.Origin;
import studycoach.chat.UserError;
import studycoach.chat.UserRef;
import studycoach.delivery.Outbox;
import studycoach.study.Codes;
import studycoach.study.Group;
import studycoach.study.GroupChannel;
import studycoach.study.GroupChannels;
import studycoach.study.Groups;
import studycoach.study.Learners;

/** Brings channels into groups that have started elsewhere, and takes channels out again. */
public final class ChannelKeeper {
  private final Jdbi jdbi;
  private final Groups groups;
  private final Learners learners;
  private final Codes codes;
  private final Arrival arrival;
  private final Outbox outbox;

  public ChannelKeeper(
      Jdbi jdbi, Groups groups, Learners learners, Codes codes, Arrival arrival, Outbox outbox) {
    this.jdbi = jdbi;
    this.groups = groups;
    this.learners = learners;
    this.codes = codes;
    this.arrival = arrival;
    this.outbox = outbox;
  }

  /** What else is to be planned for a place that comes to a group. */
  @FunctionalInterface
  public interface Arrival {
    /** Part of a transaction that has locked the group. */
    void plan(long group, Destination place);
  }

  /** A code that brings a channel into a group. */
  String invite(Group group, UserRef by) {
    return codes.issue(Codes.Purpose.GROUP, group.id(), by);
  }

  /**
   * Brings a channel into the group of a code.
   *
   * @throws UserError if the code is not good, the channel has just got a group, or the group has
   *     too many channels
   */
  Group join(ChannelRef channel, String typed, Origin bringer) {
    Codes.Code code = codes.find(Codes.Purpose.GROUP, typed, bringer.user());
    Destination place = new Destination.Channel(channel);
    long joined =
        jdbi.inTransaction(
            handle -> {
              codes.use(code);
              long bound = bind(groups.lock(code.subject()), channel, bringer);
              outbox.plan(ChannelPosts.KIND, bound, place);
              if (!code.holder().equals(bringer.user())) {
                outbox.plan(ChannelPosts.KIND, bound, new Destination.Direct(code.holder()));
              }
              arrival.plan(code.subject(), place);
              return bound;
            });
    outbox.reopen(place);
    outbox.wake(ChannelPosts.KIND, joined);
    return groups.find(code.subject());
  }

  private long bind(Group group, ChannelRef channel, Origin bringer) {
    GroupChannels channels = groups.channels();
    if (channels.of(group.id()).size() >= GroupChannels.MOST) {
      throw new UserError(
          "That group has "
              + GroupChannels.MOST
              + " channels, and there can't be more. One that leaves makes room: setup channel:off");
    }
    return channels
        .bind(channel, group.id(), Optional.of(learners.of(bringer).home()))
        .orElseThrow(
            () ->
                new UserError(
                    "Somebody has just set up this channel. See: group show. Your code is still"
                        + " good."));
  }

  /**
   * Takes a channel from its group.
   *
   * @return the group, which goes on elsewhere
   * @throws UserError if it is the only one, or belongs to no group any more
   */
  Group leave(long channel) {
    GroupChannel left = jdbi.inTransaction(handle -> unbind(channel));
    outbox.leave(new Destination.Channel(left.ref()));
    return groups.find(left.group());
  }

  private GroupChannel unbind(long id) {
    GroupChannels channels = groups.channels();
    Optional<Group> group = channels.find(id).map(channel -> groups.lock(channel.group()));
    GroupChannel channel =
        channels
            .find(id) // again, since somebody else may have been faster
            .orElseThrow(() -> new UserError("That channel belongs to the group no more."));
    List<ChannelRef> all = channels.of(group.orElseThrow().id());
    if (all.size() == 1) {
      throw new UserError(
          "This is the group's only channel. To stop its drops: group pause. To move the group,"
              + " let another channel join first: group invite");
    }
    channels.unbind(id);
    return channel;
  }
}
