package studycoach.study;

import java.time.ZoneId;
import java.util.Optional;

/**
 * One person, on however many platforms.
 *
 * @param home the learner that was made for the account by which they were found, and by which what
 *     that account does is told from what their others do; their own id if found without one
 * @param zone their own, if they have told it
 * @param onBoard whether they are named on boards and anywhere else that others see
 * @param shows what others may ask to see of them
 * @param confidence whether they say how sure they are before they answer
 */
public record Learner(
    long id, long home, Optional<ZoneId> zone, boolean onBoard, Shows shows, boolean confidence) {

  /** What others may see, each with what comes before it. */
  public enum Shows {
    NOTHING,
    STREAK,
    /** The streak, and how they do in each domain. */
    PROGRESS
  }
}
