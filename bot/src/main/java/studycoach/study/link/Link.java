package studycoach.study.link;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Two learners who were found to be one person.
 *
 * @param kept the learner whose the accounts of both are now
 * @param merged the other one, who has no accounts as long as the link lasts
 * @param giver the home of the account whose code it was, one of {@code kept}
 * @param taker the home of the account that entered it, one of {@code merged}
 */
public record Link(
    long id,
    long kept,
    long merged,
    long giver,
    long taker,
    Instant at,
    Optional<Instant> undoneAt) {
  /** How long a link can be undone. */
  public static final Duration UNDOABLE = Duration.ofDays(1);

  /** The first moment at which it can't be undone any more. */
  public Instant undoableUntil() {
    return at.plus(UNDOABLE);
  }

  List<Long> learners() {
    return List.of(kept, merged);
  }
}
