package studycoach.feature.live;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import studycoach.chat.ChannelRef;
import studycoach.chat.Destination;

/**
 * A live quiz in a channel.
 *
 * @param host the home of the account that started it
 * @param domain its id; empty for all domains
 * @param questions how many are asked at most, 1 or more
 * @param time for each question
 * @param asked how many questions have come, 0 or more
 * @param due when the next step comes; a question that all have answered ends before
 */
record Game(
    long id,
    long group,
    ChannelRef channel,
    long host,
    Optional<String> domain,
    int questions,
    Duration time,
    State state,
    int asked,
    Instant due) {

  /** What a game is at, or how it has ended. */
  enum State {
    /** People join. */
    LOBBY,
    /** A question can be answered. */
    ASKING,
    /** Its answer was shown, and the next one comes. */
    PAUSE,
    FINISHED,
    STOPPED,
    /** Nobody answered any more. */
    ABANDONED,
    /** Nobody joined. */
    EMPTY;

    String column() {
      return name().toLowerCase(Locale.ROOT);
    }

    static State of(String column) {
      return valueOf(column.toUpperCase(Locale.ROOT));
    }
  }

  boolean isOver() {
    return state.compareTo(State.PAUSE) > 0;
  }

  Game to(State later, Instant nextDue) {
    return new Game(id, group, channel, host, domain, questions, time, later, asked, nextDue);
  }

  /** With one more question, which can be answered now. */
  Game asking(Instant until) {
    return new Game(
        id, group, channel, host, domain, questions, time, State.ASKING, asked + 1, until);
  }

  Destination place() {
    return new Destination.Channel(channel);
  }
}
