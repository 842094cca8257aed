package studycoach.study;

import java.time.Instant;

/**
 * A time in which a learner does not take part.
 *
 * @param ends exclusive
 */
public record Vacation(Instant starts, Instant ends) {

  /** Whether it has a moment in common with a window. */
  public boolean touches(Instant opened, Instant closes) {
    return starts.isBefore(closes) && opened.isBefore(ends);
  }
}
