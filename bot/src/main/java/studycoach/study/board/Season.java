package studycoach.study.board;

import java.time.Instant;
import java.util.Optional;

/**
 * A time in which a group's members compete; the next one starts from nothing.
 *
 * @param number from 1
 * @param ends exclusive; empty until it is reset
 */
public record Season(int number, Instant starts, Optional<Instant> ends) {

  /** Whether a drop that was opened at a moment belongs to it. */
  public boolean holds(Instant moment) {
    return !moment.isBefore(starts) && ends.filter(end -> !moment.isBefore(end)).isEmpty();
  }
}
