package studycoach.chat;

import java.util.Optional;

/**
 * Who did something, and where.
 *
 * @param name as the platform shows it; text of a person, so anything may be in it
 * @param channel empty in a direct message
 * @param manager whether the platform lets this person manage the workspace or channel
 */
public record Origin(UserRef user, String name, Optional<ChannelRef> channel, boolean manager) {}
