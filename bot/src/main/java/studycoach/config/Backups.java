package studycoach.config;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/**
 * The daily backup.
 *
 * @param folder empty: none is made
 * @param time on the clock of the zone
 * @param keep how many are kept
 */
public record Backups(Optional<Path> folder, LocalTime time, ZoneId zone, int keep) {
  static final String DEFAULT_TIME = "03:30";
  static final int DEFAULT_KEEP = 7;
  static final int MOST_KEPT = 365;

  /** No daily backup. */
  public static final Backups NONE =
      new Backups(Optional.empty(), LocalTime.MIDNIGHT, ZoneOffset.UTC, DEFAULT_KEEP);

  /**
   * As they are set.
   *
   * @param folder blank: none is made
   * @param time like {@code 03:30}, which is UTC, or {@code 03:30 Europe/Berlin}
   * @param wrong where a line is added if the time is none
   */
  static Backups of(String folder, String time, int keep, List<String> wrong) {
    Optional<Path> where = Optional.of(folder).filter(text -> !text.isBlank()).map(Path::of);
    try {
      String[] words = time.strip().split("\\s+", 2);
      ZoneId zone = words.length == 1 ? ZoneOffset.UTC : ZoneId.of(words[1]);
      return new Backups(where, LocalTime.parse(words[0]), zone, keep);
    } catch (DateTimeException e) {
      wrong.add(
          "backup.time (COACH_BACKUP_TIME): must be a time, e.g. 03:30 or 03:30 Europe/Berlin");
      return new Backups(where, LocalTime.MIDNIGHT, ZoneOffset.UTC, keep);
    }
  }

  /** The moment of the first one after another moment. */
  public ZonedDateTime after(ZonedDateTime moment) {
    ZonedDateTime here = moment.withZoneSameInstant(zone);
    ZonedDateTime today = ZonedDateTime.of(here.toLocalDate(), time, zone);
    return today.isAfter(here)
        ? today
        : ZonedDateTime.of(here.toLocalDate().plusDays(1), time, zone);
  }
}
