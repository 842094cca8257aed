package studycoach.feature.remind;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import studycoach.chat.Control;
import studycoach.chat.Message;
import studycoach.chat.PostKey;
import studycoach.study.Drop;
import studycoach.study.Reminders;

/** One thing that people can be reminded of. */
interface Kind {

  /** Who wants it. */
  Reminders wish();

  /**
   * When somebody may be reminded: whatever was due of late, and what is next.
   *
   * @param open the group's drops of the timetable that take answers now
   */
  Stream<Occasion> occasions(Reader reader, List<Drop> open, Instant now);

  /** Whether there is something to say, now that it is due. */
  boolean isWorth(Reader reader, Occasion occasion);

  /**
   * What to say.
   *
   * @param key of the post
   * @param stop to be shown below
   */
  Message message(Reader reader, Occasion occasion, PostKey key, Control stop);
}
