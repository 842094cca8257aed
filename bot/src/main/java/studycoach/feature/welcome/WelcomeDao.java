package studycoach.feature.welcome;

import java.time.OffsetDateTime;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import studycoach.chat.ChannelRef;
import studycoach.chat.Joined;

/** Rows of {@code welcome}. */
final class WelcomeDao {
  private final Jdbi jdbi;

  WelcomeDao(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * Keeps an occasion.
   *
   * @return its id, or empty if it is known already
   */
  Optional<Long> add(Joined joined) {
    return jdbi.withHandle(
        handle ->
            handle
                .createUpdate(
                    "INSERT INTO welcome (platform, workspace, channel_id, joined_at)"
                        + " VALUES (:platform, :workspace, :channel, :at) ON CONFLICT DO NOTHING")
                .bindMethods(joined.channel())
                .bind("channel", joined.channel().id())
                .bind("at", joined.at())
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .findOne());
  }

  Optional<Joined> find(long id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT * FROM welcome WHERE id = :id")
                .bind("id", id)
                .map(
                    (row, context) ->
                        new Joined(
                            new ChannelRef(
                                row.getString("platform"),
                                row.getString("workspace"),
                                row.getString("channel_id")),
                            row.getObject("joined_at", OffsetDateTime.class).toInstant()))
                .findOne());
  }

  /** Whether a channel of the same workspace has a group. */
  boolean isUsed(ChannelRef channel) {
    return jdbi.withHandle(
        handle ->
            handle
                    .createQuery(
                        "SELECT COUNT(*) FROM group_channel"
                            + " WHERE platform = :platform AND workspace = :workspace")
                    .bindMethods(channel)
                    .mapTo(Long.class)
                    .one()
                > 0);
  }
}
