package studycoach.study.progress;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How many answers a learner gave on each day of the last seventeen weeks, the latest of which is
 * the current one.
 *
 * @param weeks the earliest first; of the current one the days until today
 */
public record ActiveDays(List<List<Day>> weeks) {
  public static final int WEEKS = 17;

  public ActiveDays {
    weeks = weeks.stream().map(List::copyOf).toList();
  }

  /** A day and how many answers were given on it, 0 or more. */
  public record Day(LocalDate date, long answers) {}

  /**
   * Counts by the days of a zone.
   *
   * @param first of a week
   */
  static ActiveDays of(List<Instant> moments, ZoneId zone, DayOfWeek first, Instant now) {
    Map<LocalDate, Long> answers =
        moments.stream()
            .collect(
                Collectors.groupingBy(
                    moment -> LocalDate.ofInstant(moment, zone), Collectors.counting()));
    LocalDate today = LocalDate.ofInstant(now, zone);
    LocalDate start = today.with(TemporalAdjusters.previousOrSame(first)).minusWeeks(WEEKS - 1L);
    return new ActiveDays(
        IntStream.range(0, WEEKS)
            .mapToObj(
                week ->
                    start
                        .plusWeeks(week)
                        .datesUntil(start.plusWeeks(week + 1L))
                        .filter(date -> !date.isAfter(today))
                        .map(date -> new Day(date, answers.getOrDefault(date, 0L)))
                        .toList())
            .toList());
  }

  /** How many days these are. */
  public int days() {
    return weeks.stream().mapToInt(Collection::size).sum();
  }

  /** On how many of them something was answered. */
  public long active() {
    return weeks.stream().flatMap(List::stream).filter(day -> day.answers() > 0).count();
  }

  /** The most answers of one day, 0 or more. */
  public long most() {
    return weeks.stream().flatMap(List::stream).mapToLong(Day::answers).max().orElse(0);
  }
}
