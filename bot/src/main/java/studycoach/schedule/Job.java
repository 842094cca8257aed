package studycoach.schedule;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * Something to be done at a moment, for one thing at a time: two runs for the same id never
 * overlap. It is run at least once, perhaps again after a crash, so running it twice must do no
 * more than running it once.
 *
 * @param turn when it comes among all that is due
 * @param work takes the id; returns when to run again for it, or empty if there is no need
 */
public record Job(String name, Turn turn, Function<String, Optional<Instant>> work) {

  /** A job that comes when it is due, the longest due first. */
  public Job(String name, Function<String, Optional<Instant>> work) {
    this(name, Turn.NEXT, work);
  }

  /** The order among jobs that are due. */
  public enum Turn {
    /** Before all others. */
    FIRST(1),
    NEXT(0),
    /** After all others. */
    LAST(-1);

    private final int priority;

    Turn(int priority) {
      this.priority = priority;
    }

    /** As db-scheduler counts it. */
    int priority() {
      return priority;
    }
  }
}
