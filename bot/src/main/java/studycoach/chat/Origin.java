package studycoach.chat;

import java.util.Optional;

/**
 * Who did something, and where.
 *
 * @param name as the platform shows it; text of a person, so anything may be in it
 * @param channel empty in a direct message
 * @param authority whether the platform lets this person manage the workspace or channel
 */
public record Origin(UserRef user, String name, Optional<ChannelRef> channel, Authority authority) {
  /** Somebody of whom the platform has told at once whether they manage the place. */
  public Origin(UserRef user, String name, Optional<ChannelRef> channel, boolean manager) {
    this(user, name, channel, manager ? Authority.MANAGER : Authority.NONE);
  }

  /** A workspace or server of a platform. */
  public record Workspace(String platform, String id) {}

  /**
   * Where this was done; empty in a direct message on a platform whose accounts belong to no
   * workspace.
   */
  public Optional<Workspace> workspace() {
    return channel
        .map(ChannelRef::workspace)
        .or(user::home)
        .map(id -> new Workspace(user.platform(), id));
  }

  /**
   * Whether the platform lets this person manage the workspace or channel.
   *
   * @throws UserError if the platform has to be asked and can't tell now
   */
  public boolean manager() {
    return authority.manages();
  }

  /** The same person in the same place, with the name that is known better. */
  public Origin named(String better) {
    return new Origin(user, better, channel, authority);
  }
}
