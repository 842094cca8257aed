package studycoach.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import studycoach.chat.Destination;

/**
 * When a place is paused, tried again, and open again. It is tried after a minute, then every ten
 * minutes, and from the second hour on every hour; sooner if a new post comes.
 */
final class Pausing {
  private static final Duration SOON = Duration.ofMinutes(1);
  private static final Duration NEXT_TRY = Duration.ofMinutes(10);
  private static final Duration RARELY = Duration.ofHours(1);

  private final Pauses pauses;
  private final Posts posts;
  private final Clock clock;

  Pausing(Pauses pauses, Posts posts, Clock clock) {
    this.pauses = pauses;
    this.posts = posts;
    this.clock = clock;
  }

  Optional<Pause> find(long id) {
    return pauses.find(id);
  }

  /** The pause of a place that has not ended. */
  Optional<Pause> find(Destination to) {
    return pauses.open(to);
  }

  /** Until when a place is to be left alone, if it is. */
  Optional<Instant> tryAgainAt(long lane) {
    return pauses.open(lane).flatMap(this::tryAgainAt);
  }

  private Optional<Instant> tryAgainAt(Pause pause) {
    Instant soon = pause.tried().plus(SOON);
    boolean sooner =
        soon.isBefore(pause.nextTry()) && posts.isPlannedAfter(pause.lane(), pause.tried());
    return Optional.of(sooner ? soon : pause.nextTry())
        .filter(moment -> moment.isAfter(clock.instant()));
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
    Optional<Pause> known = pauses.open(lane);
    if (known.isPresent()) {
      pauses.goesOn(known.get().id(), reason, now, now.plus(patience(known.get(), now)));
    } else {
      pauses.begin(lane, reason, now, now.plus(isDirect(to) ? RARELY : SOON));
    }
    return pauses.open(lane).orElseThrow();
  }

  private static Duration patience(Pause pause, Instant now) {
    boolean lasts = !pause.since().plus(RARELY).isAfter(now);
    return lasts || isDirect(pause.to()) ? RARELY : NEXT_TRY;
  }

  /** People seldom open their direct messages, and platforms don't like knocking. */
  private static boolean isDirect(Destination to) {
    return to instanceof Destination.Direct;
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
