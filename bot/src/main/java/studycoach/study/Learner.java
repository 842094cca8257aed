package studycoach.study;

import java.time.ZoneId;
import java.util.Optional;

/**
 * One person, on however many platforms.
 *
 * @param zone their own, if they have told it
 * @param onBoard whether they are named on boards and anywhere else that others see
 * @param shows what others may ask to see of them
 */
public record Learner(long id, Optional<ZoneId> zone, boolean onBoard, Shows shows) {

  /** What others may see, each with what comes before it. */
  public enum Shows {
    NOTHING,
    STREAK,
    /** The streak, and how they do in each domain. */
    PROGRESS
  }
}
