package studycoach.study;

import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import studycoach.chat.ChannelRef;
import studycoach.chat.RoleRef;

/** The roles that drops mention: one at most for a channel, as a role is its workspace's own. */
public final class Mentions {
  private final Jdbi jdbi;

  Mentions(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** The role that the drops of a channel mention. */
  public Optional<RoleRef> of(ChannelRef channel) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT platform, workspace, role_id, role_name FROM group_channel"
                        + " WHERE platform = :platform AND workspace = :workspace"
                        + " AND channel_id = :channel AND role_id IS NOT NULL")
                .bindMethods(channel)
                .bind("channel", channel.id())
                .map(
                    (row, context) ->
                        new RoleRef(
                            row.getString("platform"),
                            row.getString("workspace"),
                            row.getString("role_id"),
                            row.getString("role_name")))
                .findOne());
  }

  /**
   * Has the drops of a channel mention a role.
   *
   * @param role empty: none
   */
  public void set(ChannelRef channel, Optional<RoleRef> role) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "UPDATE group_channel SET role_id = :role, role_name = :name"
                        + " WHERE platform = :platform AND workspace = :workspace"
                        + " AND channel_id = :channel")
                .bindMethods(channel)
                .bind("channel", channel.id())
                .bind("role", role.map(RoleRef::id).orElse(null))
                .bind("name", role.map(RoleRef::name).orElse(null))
                .execute());
  }
}
