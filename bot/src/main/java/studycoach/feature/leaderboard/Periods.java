package studycoach.feature.leaderboard;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import studycoach.study.Group;
import studycoach.study.board.Period;
import studycoach.study.board.Season;
import studycoach.study.board.Seasons;

/** The periods of a group as people name them. */
final class Periods {
  private static final DateTimeFormatter DAY_AND_YEAR =
      DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ENGLISH);

  private final Seasons seasons;
  private final Clock clock;

  Periods(Seasons seasons, Clock clock) {
    this.seasons = seasons;
    this.clock = clock;
  }

  /**
   * The period of a kind in which we are: {@code week}, {@code month}, {@code season}, else all.
   */
  Period now(Group group, String kind) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), group.zone());
    return switch (kind) {
      case "week" -> Period.week(today, group.settings().week());
      case "month" -> Period.month(today);
      case "season" -> new Period.OfSeason(seasons.current(group.id()).number());
      default -> new Period.All();
    };
  }

  /** Its name, e.g. {@code 16 Nov – 22 Nov 2026}. */
  String name(Group group, Period period) {
    if (period instanceof Period.Week week) {
      return week.dates();
    }
    if (period instanceof Period.Month month) {
      return MONTH.format(month.month());
    }
    if (period instanceof Period.OfSeason season) {
      return "season " + season.number() + dates(group, season.number());
    }
    return "all time";
  }

  private String dates(Group group, int number) {
    return seasons.of(group.id()).stream()
        .filter(season -> season.number() == number)
        .map(season -> " (" + dates(season, group.zone()) + ")")
        .findFirst()
        .orElse("");
  }

  private static String dates(Season season, ZoneId zone) {
    String from = DAY_AND_YEAR.format(season.starts().atZone(zone));
    return season
        .ends()
        .map(end -> from + " – " + DAY_AND_YEAR.format(end.minusNanos(1).atZone(zone)))
        .orElse("since " + from);
  }
}
