package studycoach.platform.slack;

import java.util.List;
import studycoach.chat.UserError;

/**
 * Where somebody acted, and so how they can be answered.
 *
 * @param user who
 * @param channel in which; empty in the Home
 * @param url where an answer may be sent, five times within half an hour; empty if there is none
 * @param thread the message whose thread it was in; empty if it was in none
 */
record Spot(Source source, String user, String channel, String url, String thread) {
  private static final String BETWEEN = "\n";
  private static final int PARTS = 4;

  /** On what somebody acted. */
  enum Source {
    /** A slash command. */
    COMMAND,
    /** A message of theirs. */
    TYPED,
    /** A message that others see too. */
    SHARED,
    /** A message that they alone see. */
    OWN,
    /** Their Home. */
    HOME,
    /** The tab of their Home, which is to be filled. */
    HOME_TAB
  }

  /** Whether nobody else is there. */
  boolean isDirect() {
    return channel.isEmpty() || Directs.isOne(channel);
  }

  /** For a form, which doesn't know where it was opened. */
  String encode() {
    return String.join(BETWEEN, source.name(), channel, url, thread);
  }

  /**
   * Reads the form written by {@link #encode()}.
   *
   * @throws UserError if it is none of ours
   */
  static Spot decode(String user, String metadata) {
    List<String> parts = List.of(metadata.split(BETWEEN, -1));
    try {
      if (parts.size() == PARTS) {
        return new Spot(
            Source.valueOf(parts.get(0)), user, parts.get(1), parts.get(2), parts.get(3));
      }
    } catch (IllegalArgumentException e) {
      // told below
    }
    throw new UserError("That form is from an older version and no longer works.");
  }
}
