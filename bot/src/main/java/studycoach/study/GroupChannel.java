package studycoach.study;

import studycoach.chat.ChannelRef;

/**
 * A channel of a group.
 *
 * @param id another one each time that the channel comes to a group
 */
public record GroupChannel(long id, long group, ChannelRef ref) {}
