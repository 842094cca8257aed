package studycoach.delivery;

import java.time.Instant;
import java.util.Optional;
import studycoach.chat.Destination;

/**
 * A time in which a place refuses posts. None is lost meanwhile: they stay planned, and the first
 * that is still wanted is tried again and again.
 *
 * @param lane the row of the place
 * @param reason why the latest try was refused
 * @param tried when the place refused the latest try
 * @param nextTry when it is tried again, if no new post comes
 * @param ended when it took a post again
 */
public record Pause(
    long id,
    long lane,
    Destination to,
    String reason,
    Instant since,
    Instant tried,
    Instant nextTry,
    Optional<Instant> ended) {

  /** The kind of the posts that tell of pauses; their subjects are the pauses' ids. */
  public static final String KIND = "pause";
}
