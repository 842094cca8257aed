package studycoach.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import studycoach.chat.Destination;

/** When a place is paused, tried again, and open again. */
final class Pausing {
  private static final Duration FIRST_TRY = Duration.ofMinutes(1);
  private static final Duration NEXT_TRY = Duration.ofMinutes(10);

  /** People seldom open their direct messages, and platforms don't like knocking. */
  private static final Duration NEXT_TRY_OF_DIRECT = Duration.ofHours(1);

  private final Pauses pauses;
  private final Clock clock;

  Pausing(Pauses pauses, Clock clock) {
    this.pauses = pauses;
    this.clock = clock;
  }

  Optional<Pause> find(long id) {
    return pauses.find(id);
  }

  /** Until when a place is to be left alone, if it is. */
  Optional<Instant> tryAgainAt(long lane) {
    return pauses.open(lane).flatMap(this::tryAgainAt);
  }

  private Optional<Instant> tryAgainAt(Pause pause) {
    return Optional.of(pause.nextTry()).filter(moment -> moment.isAfter(clock.instant()));
  }

  boolean isPaused(long lane) {
    return pauses.open(lane).isPresent();
  }

  /** Why a place refused the latest try; empty as long as it is to be tried anew. */
  Optional<String> reason(Destination to) {
    return pauses.open(to).filter(pause -> tryAgainAt(pause).isPresent()).map(Pause::reason);
  }

  /** A place refused a post, which begins a pause unless there is one already. */
  Pause refused(long lane, Destination to, String reason) {
    Instant now = clock.instant();
    boolean direct = to instanceof Destination.Direct;
    Optional<Pause> known = pauses.open(lane);
    if (known.isPresent()) {
      Duration again = direct ? NEXT_TRY_OF_DIRECT : NEXT_TRY;
      pauses.goesOn(known.get().id(), reason, now.plus(again));
    } else {
      pauses.begin(lane, reason, now, now.plus(direct ? NEXT_TRY_OF_DIRECT : FIRST_TRY));
    }
    return pauses.open(lane).orElseThrow();
  }

  /** A place took a post, which ends its pause if there is one. */
  Optional<Pause> taken(long lane) {
    Optional<Pause> pause = pauses.open(lane);
    pause.ifPresent(ended -> pauses.end(ended.id(), clock.instant()));
    return pause;
  }

  /** Has a place tried again when its turn comes. */
  void tryNow(long lane) {
    pauses.setNextTry(lane, clock.instant());
  }
}
