package studycoach.chat;

/** A message that stands on a platform. */
public record MessageRef(ChannelRef channel, String id) {}
