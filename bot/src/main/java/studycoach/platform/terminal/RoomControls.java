package studycoach.platform.terminal;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** What the room lets its player do to the bot's world. */
public interface RoomControls {

  Instant now();

  /** In which the clock is shown. */
  ZoneId zone();

  /**
   * Goes to the next thing that is due, and does it.
   *
   * @throws studycoach.chat.UserError if there is none
   */
  void next();

  /** Does what is due after something was said. */
  void settle();

  /** Lets time pass as if the bot had not been running. */
  void down(Duration time);

  /** What the last word of the line may become. */
  List<String> complete(String line);
}
