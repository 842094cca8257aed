package studycoach.chat;

/** A channel on a platform; also the private one in which somebody reads direct messages. */
public record ChannelRef(String platform, String workspace, String id) {}
