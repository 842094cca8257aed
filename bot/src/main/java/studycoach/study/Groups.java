package studycoach.study;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import studycoach.chat.ChannelRef;
import studycoach.chat.Origin;
import studycoach.chat.UserError;
import studycoach.study.board.Seasons;
import studycoach.study.board.Tallies;

/** Rows of {@code study_group}. */
public final class Groups {
  private final Jdbi jdbi;
  private final Learners learners;
  private final Tallies tallies;
  private final Clock clock;

  public Groups(Jdbi jdbi, Learners learners, Tallies tallies, Clock clock) {
    this.jdbi = jdbi;
    this.learners = learners;
    this.tallies = tallies;
    this.clock = clock;
  }

  /**
   * The group that a person means.
   *
   * @throws UserError if the channel has none, or if they are in a direct message and in no group
   *     or in several
   */
  public Group of(Origin origin) {
    if (origin.channel().isPresent()) {
      return in(origin.channel().get())
          .orElseThrow(
              () ->
                  new UserError(
                      "This channel has no study group yet. An organiser starts one, e.g. with:"
                          + " setup exam:MLS-C01 time:09:00 zone:Europe/Berlin"));
    }
    List<Group> own = joinedBy(learners.of(origin).id());
    if (own.size() != 1) {
      throw new UserError(
          "Please ask me in your group's channel, so that I know which one you mean.");
    }
    return own.get(0);
  }

  public Optional<Group> in(ChannelRef channel) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT g.* FROM study_group g JOIN group_channel c ON c.group_id = g.id"
                        + " WHERE c.platform = :platform AND c.workspace = :workspace"
                        + " AND c.channel_id = :channel")
                .bindMethods(channel)
                .bind("channel", channel.id())
                .map((row, context) -> GroupRow.read(row))
                .findOne());
  }

  /** The groups that a learner is a member of, the oldest first. */
  public List<Group> joinedBy(long learner) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT g.* FROM study_group g JOIN member m ON m.group_id = g.id"
                        + " WHERE m.learner_id = :learner AND m.left_at IS NULL ORDER BY g.id")
                .bind("learner", learner)
                .map((row, context) -> GroupRow.read(row))
                .list());
  }

  public Group find(long id) {
    return one("SELECT * FROM study_group WHERE id = :id", id);
  }

  /**
   * The group of a control that somebody used.
   *
   * @throws UserError if there is none any more
   */
  public Group ofControl(long id) {
    if (!ids().contains(id)) {
      throw new UserError("I no longer know that group.");
    }
    return find(id);
  }

  /** A group that nobody else changes until the caller's transaction has ended. */
  public Group lock(long id) {
    return one("SELECT * FROM study_group WHERE id = :id FOR UPDATE", id);
  }

  private Group one(String sql, long id) {
    return jdbi.withHandle(
        handle ->
            handle.createQuery(sql).bind("id", id).map((row, context) -> GroupRow.read(row)).one());
  }

  public List<Long> ids() {
    return jdbi.withHandle(
        handle ->
            handle.createQuery("SELECT id FROM study_group ORDER BY id").mapTo(Long.class).list());
  }

  /**
   * Starts a group in a channel.
   *
   * @param organiser the home of the account that starts it
   * @return empty if the channel has just got one from somebody else
   */
  public Optional<Group> create(GroupSettings settings, ChannelRef channel, long organiser) {
    return jdbi.inTransaction(
        handle -> {
          long id =
              GroupRow.add(
                  handle,
                  settings,
                  settings.timetable().next(clock.instant(), Optional.empty()),
                  clock.instant());
          if (channels().bind(channel, id, Optional.empty()).isEmpty()) {
            handle.rollback();
            return Optional.empty();
          }
          organisers().add(id, organiser);
          Seasons.first(handle, id, clock.instant());
          return Optional.of(find(id));
        });
  }

  /** Changes the settings, and with them the moments of the next drop and board. */
  public Group change(Group group, GroupSettings settings) {
    Timetable.Slot next =
        settings.timetable().equals(group.settings().timetable())
            ? group.next() // which may be due at this moment, and must not get lost
            : settings.timetable().next(clock.instant(), group.lastDropDay());
    Optional<Instant> nextBoard =
        settings.boards().equals(group.settings().boards())
            ? group.nextBoard()
            : settings.boards().map(times -> times.next(clock.instant(), Optional.empty()).at());
    jdbi.useTransaction(
        handle -> {
          GroupRow.change(handle, group.id(), settings, next, nextBoard);
          if (settings.week() != group.settings().week()) {
            tallies.rebuild(group.id());
          }
        });
    return find(group.id());
  }

  /** Stops or resumes the drops; what would have come meanwhile does not come late. */
  public Group setPaused(Group group, boolean paused) {
    Timetable.Slot next = group.settings().timetable().next(clock.instant(), group.lastDropDay());
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "UPDATE study_group SET paused = :paused, next_drop_at = :nextAt,"
                        + " next_drop_day = :nextDay WHERE id = :id")
                .bind("paused", paused)
                .bind("nextAt", next.at())
                .bind("nextDay", next.day())
                .bind("id", group.id())
                .execute());
    return find(group.id());
  }

  public Group setSkipNext(Group group, boolean skip) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate("UPDATE study_group SET skip_next = :skip WHERE id = :id")
                .bind("skip", skip)
                .bind("id", group.id())
                .execute());
    return find(group.id());
  }

  /**
   * Leaves a due moment behind, whatever became of it.
   *
   * @return false if somebody else has done so
   */
  public boolean advance(Group group, Timetable.Slot next) {
    return jdbi.withHandle(handle -> GroupRow.advance(handle, group, next));
  }

  /**
   * Sets the moment of the next weekly board.
   *
   * @return false if somebody else has done so
   */
  public boolean advanceBoard(Group group, Instant next) {
    return jdbi.withHandle(handle -> GroupRow.advanceBoard(handle, group, next));
  }

  /** Where groups live. */
  public GroupChannels channels() {
    return new GroupChannels(jdbi);
  }

  /** Which roles the drops mention. */
  public Mentions mentions() {
    return new Mentions(jdbi);
  }

  /** Who may change groups. */
  public GroupOrganisers organisers() {
    return new GroupOrganisers(jdbi, learners, this);
  }
}
