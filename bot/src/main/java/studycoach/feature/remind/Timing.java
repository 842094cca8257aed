package studycoach.feature.remind;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import studycoach.study.QuietHours;

/**
 * When somebody is reminded. What falls into their quiet hours comes shortly before these begin, or
 * not at all.
 */
final class Timing {
  /** Later than this a reminder is not worth sending. */
  static final Duration LATEST = Duration.ofHours(2);

  private static final Duration BEFORE_THE_END = Duration.ofHours(3);
  private static final Duration SHORT_WINDOW = BEFORE_THE_END.multipliedBy(2);
  private static final Duration BEFORE_QUIET = Duration.ofMinutes(10);
  private static final LocalTime EVENING = LocalTime.of(18, 0);

  private Timing() {}

  /** Three hours before a window ends, or in the middle of a short one; always within it. */
  static Optional<Instant> ofDrop(
      Instant opens, Instant closes, Optional<QuietHours> quiet, ZoneId zone) {
    Duration window = Duration.between(opens, closes);
    Instant usual =
        window.compareTo(SHORT_WINDOW) < 0
            ? opens.plus(window.dividedBy(2))
            : closes.minus(BEFORE_THE_END);
    return loud(usual, quiet, zone).filter(moment -> !moment.isBefore(opens));
  }

  /** The evening of a day. */
  static Optional<Instant> ofDay(LocalDate day, Optional<QuietHours> quiet, ZoneId zone) {
    return loud(day.atTime(EVENING).atZone(zone).toInstant(), quiet, zone);
  }

  private static Optional<Instant> loud(Instant usual, Optional<QuietHours> quiet, ZoneId zone) {
    Instant moment =
        quiet
            .filter(hours -> hours.contain(usual, zone))
            .map(hours -> hours.begin(usual, zone).minus(BEFORE_QUIET))
            .orElse(usual);
    return Optional.of(moment)
        .filter(at -> quiet.filter(hours -> hours.contain(at, zone)).isEmpty());
  }

  /** Whether what was due at a moment is still worth sending. */
  static boolean isTimely(Instant due, Instant now) {
    return !due.isAfter(now) && now.isBefore(due.plus(LATEST));
  }
}
