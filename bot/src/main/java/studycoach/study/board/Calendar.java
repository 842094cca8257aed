package studycoach.study.board;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * How a group cuts its time into periods.
 *
 * @param first the first day of its week
 * @param seasons that don't overlap
 */
record Calendar(DayOfWeek first, List<Season> seasons) {
  Calendar {
    seasons = List.copyOf(seasons);
  }

  /** All periods of a drop: its day's week and month, the season in which it opened, and all. */
  List<Period> of(LocalDate day, Instant opened) {
    List<Period> periods =
        new ArrayList<>(List.of(new Period.All(), Period.month(day), Period.week(day, first)));
    seasons.stream()
        .filter(season -> season.holds(opened))
        .map(season -> new Period.OfSeason(season.number()))
        .forEach(periods::add);
    return periods;
  }
}
