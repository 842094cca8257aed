package studycoach.study;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import studycoach.chat.ChannelRef;
import studycoach.chat.Destination;

/** Where groups live: rows of {@code group_channel}. A channel belongs to one group at most. */
public final class GroupChannels {
  /** How many channels a group may have. */
  public static final int MOST = 10;

  private final Jdbi jdbi;

  GroupChannels(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** All channels of a platform that have a group. */
  public List<ChannelRef> on(String platform) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT * FROM group_channel WHERE platform = :platform"
                        + " ORDER BY workspace, channel_id")
                .bind("platform", platform)
                .map((row, context) -> read(row).ref())
                .list());
  }

  /** Where a group lives, in the order of the platforms' names. */
  public List<ChannelRef> of(long group) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT * FROM group_channel WHERE group_id = :group"
                        + " ORDER BY platform, workspace, channel_id")
                .bind("group", group)
                .map((row, context) -> read(row).ref())
                .list());
  }

  /** The channel with this id, as long as it belongs to its group. */
  public Optional<GroupChannel> find(long id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT * FROM group_channel WHERE id = :id")
                .bind("id", id)
                .map((row, context) -> read(row))
                .findOne());
  }

  /** A channel, if it belongs to a group. */
  public Optional<GroupChannel> at(ChannelRef channel) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT * FROM group_channel WHERE platform = :platform"
                        + " AND workspace = :workspace AND channel_id = :channel")
                .bindMethods(channel)
                .bind("channel", channel.id())
                .map((row, context) -> read(row))
                .findOne());
  }

  /** Whether a place is a channel of a group. */
  public boolean contain(long group, Destination place) {
    return place instanceof Destination.Channel to
        && at(to.channel()).filter(channel -> channel.group() == group).isPresent();
  }

  private static GroupChannel read(ResultSet row) throws SQLException {
    return new GroupChannel(
        row.getLong("id"),
        row.getLong("group_id"),
        new ChannelRef(
            row.getString("platform"), row.getString("workspace"), row.getString("channel_id")));
  }

  /**
   * Gives a channel to a group.
   *
   * @param bringer the home of the account that brings it into a group that had started elsewhere
   * @return its id, or empty if it has just got a group from somebody else
   */
  public Optional<Long> bind(ChannelRef channel, long group, Optional<Long> bringer) {
    return jdbi.withHandle(
        handle ->
            handle
                .createUpdate(
                    "INSERT INTO group_channel"
                        + " (platform, workspace, channel_id, group_id, brought_by)"
                        + " VALUES (:platform, :workspace, :channel, :group, :bringer)"
                        + " ON CONFLICT DO NOTHING")
                .bindMethods(channel)
                .bind("channel", channel.id())
                .bind("group", group)
                .bind("bringer", bringer.orElse(null))
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .findOne());
  }

  /** Takes a channel from its group. */
  public void unbind(long id) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate("DELETE FROM group_channel WHERE id = :id")
                .bind("id", id)
                .execute());
  }
}
