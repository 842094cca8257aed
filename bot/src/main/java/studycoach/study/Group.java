package studycoach.study;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * A study group.
 *
 * @param skipNext whether the next drop is left out
 * @param next when the next drop comes, or would come were it not for a pause or a skip
 * @param lastDropDay the local day of the latest scheduled drop; no other comes on it
 * @param nextBoard when the weekly board comes; empty if never, or if nobody has worked it out yet
 */
public record Group(
    long id,
    GroupSettings settings,
    boolean paused,
    boolean skipNext,
    Timetable.Slot next,
    Optional<LocalDate> lastDropDay,
    Optional<Instant> nextBoard) {

  /** The job that looks after a group when something of it is due; its id is the group's. */
  public static final String JOB = "group";

  /** The job that posts a group's weekly board; its id is the group's. */
  public static final String BOARD_JOB = "board";

  /** The job that reminds those of a group who want it; its id is the group's. */
  public static final String REMIND_JOB = "remind";

  public ZoneId zone() {
    return settings.timetable().zone();
  }

  /** When the next drop comes that is not left out; empty while the group is paused. */
  public Optional<Instant> nextDrop() {
    if (paused) {
      return Optional.empty();
    }
    return Optional.of(
        skipNext ? settings.timetable().next(next.at(), Optional.of(next.day())).at() : next.at());
  }

  /** When the window of a drop that is due at a moment ends. */
  public Instant windowEnd(Timetable.Slot slot) {
    return settings
        .revealAfter()
        .map(slot.at()::plus)
        .orElseGet(() -> settings.timetable().next(slot.at(), Optional.of(slot.day())).at());
  }
}
