package studycoach.platform.slack.fake;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;

/** Ids and time stamps as Slack writes them; none comes twice. */
final class Ids {
  private final Clock clock;
  private long last = 46_656;
  private long micros;

  Ids(Clock clock) {
    this.clock = clock;
  }

  /** An id that begins with a letter for its kind, e.g. {@code U00000101}. */
  synchronized String next(String kind) {
    last++;
    String number = Long.toString(last, 36).toUpperCase(Locale.ROOT);
    return kind + "0".repeat(Math.max(0, 9 - number.length())) + number;
  }

  /** Seconds with six digits, later than all before. */
  synchronized String ts() {
    Instant now = clock.instant();
    micros = Math.max(micros + 1, now.getEpochSecond() * 1_000_000 + now.getNano() / 1000);
    return String.format(Locale.ROOT, "%d.%06d", micros / 1_000_000, micros % 1_000_000);
  }
}
