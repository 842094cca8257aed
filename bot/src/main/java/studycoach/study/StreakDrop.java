package studycoach.study;

import java.time.Instant;

/**
 * One of a group's drops as a member's streak sees it.
 *
 * @param closesAt the end of its window, after {@code openedAt}
 * @param extra posted outside the timetable, so that missing it costs nothing
 */
public record StreakDrop(
    long id, Instant openedAt, Instant closesAt, boolean extra, Standing standing) {
  public StreakDrop {
    if (!closesAt.isAfter(openedAt)) {
      throw new IllegalArgumentException(
          "drop %d opens at %s and closes at %s".formatted(id, openedAt, closesAt));
    }
  }

  /** What the member made of a drop. */
  public enum Standing {
    /** Answered within its window, right or wrong. */
    ANSWERED,
    /** Not answered yet, and still open. */
    OPEN,
    /** Not answered within its window. */
    MISSED,
    /** Never posted where the member is, or too late: our fault. */
    FAILED,
    /** Not answered, and the member's vacation touches the window. */
    AWAY
  }
}
