package studycoach.feature.setup;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import studycoach.chat.Arguments;
import studycoach.chat.Block;
import studycoach.chat.ChannelRef;
import studycoach.chat.Destination;
import studycoach.chat.Origin;
import studycoach.chat.RoleRef;
import studycoach.chat.UserError;
import studycoach.chat.UserRef;
import studycoach.delivery.Outbox;
import studycoach.schedule.Schedule;
import studycoach.study.Drops;
import studycoach.study.Group;
import studycoach.study.GroupSettings;
import studycoach.study.Groups;
import studycoach.study.Learner;
import studycoach.study.Learners;
import studycoach.study.board.Seasons;

/** Starts and changes groups: all that is given happens, or nothing. */
final class GroupKeeper {
  private static final ZoneId USUAL_ZONE = ZoneId.of("UTC");

  private final Jdbi jdbi;
  private final Groups groups;
  private final Learners learners;
  private final Drops drops;
  private final Seasons seasons;
  private final SettingsReader reader;
  private final GroupFields fields;
  private final Outbox outbox;
  private final Schedule schedule;

  GroupKeeper(
      Jdbi jdbi,
      Groups groups,
      Learners learners,
      Drops drops,
      Seasons seasons,
      SettingsReader reader,
      Outbox outbox,
      Schedule schedule) {
    this.jdbi = jdbi;
    this.groups = groups;
    this.learners = learners;
    this.drops = drops;
    this.seasons = seasons;
    this.reader = reader;
    this.fields = new GroupFields(groups, learners, seasons);
    this.outbox = outbox;
    this.schedule = schedule;
  }

  /**
   * Starts the group of a channel.
   *
   * @throws UserError if something can't be read, or the channel has just got a group
   */
  Group start(Arguments given, ChannelRef channel, Learner organiser) {
    GroupSettings settings = reader.fresh(given, organiser.zone().orElse(USUAL_ZONE));
    Group started =
        jdbi.inTransaction(
            handle -> {
              Group group =
                  groups
                      .create(settings, channel, organiser.home())
                      .orElseThrow(
                          () ->
                              new UserError(
                                  "Somebody has just set up this channel. See: group show"));
              doTheRest(given, group, Optional.of(channel));
              return group;
            });
    schedule.now(Group.JOB, String.valueOf(started.id()));
    schedule.now(Group.BOARD_JOB, String.valueOf(started.id()));
    return started;
  }

  /**
   * A group after a change.
   *
   * @param done what has changed, in a sentence
   */
  record Changed(Group group, String done, boolean newExam) {}

  /**
   * Changes what is given of a group, and nothing else.
   *
   * @param from who wishes it, in a channel of the group if that is to mention a role
   * @throws UserError if something can't be read or done
   */
  Changed change(long id, Origin from, Arguments given) {
    Changed changed = jdbi.inTransaction(handle -> change(groups.lock(id), from, given));
    schedule.now(Group.JOB, String.valueOf(id));
    schedule.now(Group.BOARD_JOB, String.valueOf(id));
    groups.channels().of(id).stream().map(Destination.Channel::new).forEach(outbox::reopen);
    return changed;
  }

  private Changed change(Group before, Origin from, Arguments given) {
    List<Block.Field> old = fields.of(before);
    Group after = set(before, reader.changed(given, before.settings()));
    doTheRest(given, after, from.channel());
    return new Changed(
        after,
        GroupFields.changes(old, fields.of(after)).orElseGet(() -> same(given)),
        !after.settings().exam().equals(before.settings().exam()));
  }

  private static String same(Arguments given) {
    return given.text("season").isPresent()
        ? "The season has had no drop yet, so it goes on."
        : "Nothing changed: it was so already.";
  }

  private Group set(Group before, GroupSettings settings) {
    if (settings.equals(before.settings())) {
      return before;
    }
    Group after = groups.change(before, settings);
    drops.moveEnds(before.id(), before.next().at(), after.next().at());
    return after;
  }

  private void doTheRest(Arguments given, Group group, Optional<ChannelRef> channel) {
    given
        .text("season")
        .map(SeasonWish::read)
        .ifPresent(wish -> wish.fulfil(seasons, group.id(), group.zone()));
    given.person("organisers").ifPresent(person -> toggle(group, person));
    given.role("mention").ifPresent(role -> toggle(channel.orElseThrow(), role));
  }

  private void toggle(ChannelRef channel, RoleRef role) {
    if (role.isEveryone()) {
      throw new UserError(
          "I never mention everyone. Choose a role that members can take and leave.");
    }
    Optional<RoleRef> old = groups.mentions().of(channel);
    boolean again = old.filter(known -> known.id().equals(role.id())).isPresent();
    groups.mentions().set(channel, again ? Optional.empty() : Optional.of(role));
  }

  private void toggle(Group group, UserRef person) {
    Learner learner = learners.of(person, person.id());
    if (groups.organisers().of(group.id()).contains(learner.id())) {
      groups.organisers().remove(group.id(), learner.id());
    } else {
      groups.organisers().add(group.id(), learner.home());
    }
  }
}
