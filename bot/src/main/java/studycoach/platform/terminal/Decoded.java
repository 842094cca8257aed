package studycoach.platform.terminal;

import java.util.Optional;
import studycoach.chat.Incoming;

/** What a typed line turned out to be. */
sealed interface Decoded {

  /**
   * Something for the bot.
   *
   * @param source the number of the message whose control was used
   */
  record Sent(Incoming incoming, Optional<Long> source) implements Decoded {}

  /** Nothing for the bot; the speaker is told why. */
  record Wrong(String why) implements Decoded {}
}
