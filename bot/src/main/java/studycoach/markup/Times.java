package studycoach.markup;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How a moment reads where the platform has no way of its own. */
final class Times {
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("EEE d MMM uuuu, HH:mm zzz", Locale.ENGLISH);
  private static final DateTimeFormatter EXACT =
      DateTimeFormatter.ofPattern("EEE d MMM uuuu, HH:mm:ss zzz", Locale.ENGLISH);

  private Times() {}

  static String format(Instant at, ZoneId zone, boolean exact) {
    return (exact ? EXACT : FORMAT).format(at.atZone(zone));
  }
}
