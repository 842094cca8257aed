package studycoach.study;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * One or more questions put to a group, with the window in which they can be answered.
 *
 * @param day the local day whose drop this is; empty for an extra one
 * @param closesAt exclusive
 * @param late whether it was posted after its moment, since we were down then
 * @param kind what it is part of
 */
public record Drop(
    long id,
    long group,
    Optional<LocalDate> day,
    Instant openedAt,
    Instant closesAt,
    boolean late,
    State state,
    Kind kind) {

  /** One of the timetable, or an extra one. */
  public Drop(
      long id,
      long group,
      Optional<LocalDate> day,
      Instant openedAt,
      Instant closesAt,
      boolean late,
      State state) {
    this(id, group, day, openedAt, closesAt, late, state, Kind.DROP);
  }

  /** What a drop is part of. Streaks, reveals and {@code today} know the first kind alone. */
  public enum Kind {
    /** Of the group's timetable, or an extra one. */
    DROP,
    /** A question of a live quiz, which counts for points and boards as a drop does. */
    LIVE,
    /** A question of a live quiz that too few play: it counts for neither. */
    FRIENDLY;

    String column() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Kind of(String column) {
      return valueOf(column.toUpperCase(Locale.ROOT));
    }
  }

  /** What became of a drop. */
  public enum State {
    /** Waiting for answers. */
    OPEN,
    /** Revealed. */
    CLOSED,
    /** We did not post it within its window: it never counts against anyone. */
    FAILED;

    String column() {
      return name().toLowerCase(Locale.ROOT);
    }

    static State of(String column) {
      return valueOf(column.toUpperCase(Locale.ROOT));
    }
  }

  public boolean isExtra() {
    return day.isEmpty();
  }

  public boolean takesAnswers(Instant at) {
    return state == State.OPEN && at.isBefore(closesAt);
  }
}
