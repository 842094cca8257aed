package studycoach.chat;

import java.time.Instant;

/**
 * The bot was added to a workspace.
 *
 * @param channel where it may greet
 * @param at when it was added, as the platform tells; the same however often that is told
 */
public record Joined(ChannelRef channel, Instant at) {}
