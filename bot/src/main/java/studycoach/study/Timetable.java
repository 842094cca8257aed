package studycoach.study;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * When a group's drops come: a wall-clock time on some days of the week.
 *
 * @param time where clocks skip it, the drop comes later by as much as they skip; where they show
 *     it twice, the drop comes the first time
 * @param days never empty
 */
public record Timetable(ZoneId zone, LocalTime time, Set<DayOfWeek> days) {
  public Timetable {
    if (days.isEmpty()) {
      throw new IllegalArgumentException("no days of the week: " + days);
    }
    days = Collections.unmodifiableSet(EnumSet.copyOf(days));
  }

  /**
   * The place of one drop.
   *
   * @param day the local day it belongs to; when clocks skip the end of that day, the instant may
   *     be in the first hours of the next
   */
  public record Slot(LocalDate day, Instant at) {}

  /**
   * The first slot strictly after an instant, on a later local day than the last one served.
   *
   * @param lastDay the day of the group's latest drop, so that a group which moves its time or zone
   *     gets no second drop for the same day; empty before the first
   */
  public Slot next(Instant after, Optional<LocalDate> lastDay) {
    // The day before, since its slot is still to come when clocks skip across midnight.
    LocalDate yesterday = LocalDate.ofInstant(after, zone).minusDays(1);
    LocalDate first =
        lastDay.map(day -> day.plusDays(1)).filter(day -> day.isAfter(yesterday)).orElse(yesterday);
    return Stream.iterate(first, day -> day.plusDays(1))
        .filter(day -> days.contains(day.getDayOfWeek()) && exists(day))
        .map(day -> new Slot(day, day.atTime(time).atZone(zone).toInstant()))
        .filter(slot -> slot.at().isAfter(after))
        .findFirst()
        .orElseThrow();
  }

  /** False for a day that clocks skipped as a whole, e.g. 2011-12-30 in Samoa. */
  private boolean exists(LocalDate day) {
    return day.atStartOfDay(zone).toLocalDate().equals(day);
  }
}
