package studycoach.chat;

import studycoach.markup.Span;

/** A channel on a platform; also the private one in which somebody reads direct messages. */
public record ChannelRef(String platform, String workspace, String id) {

  /** How a text names this channel. */
  public Span.Channel span() {
    return new Span.Channel(platform, workspace, id);
  }
}
