package studycoach.study.board;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Optional;

/** A stretch of time for which answers are added up. Drops belong to it, whenever answered. */
public sealed interface Period {

  /** From its first day on, seven days. */
  record Week(LocalDate first) implements Period {
    private static final int LAST_DAY = 6;
    private static final DateTimeFormatter DAY =
        DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_AND_YEAR =
        DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    /** Its days as people read them, e.g. {@code 16 Nov – 22 Nov 2026}. */
    public String dates() {
      return DAY.format(first) + " – " + DAY_AND_YEAR.format(first.plusDays(LAST_DAY));
    }
  }

  record Month(YearMonth month) implements Period {}

  /** One of a group's seasons, by its number. */
  record OfSeason(int number) implements Period {}

  /** From the group's start. */
  record All() implements Period {}

  /** The week that holds a day, for those whose week begins on a certain weekday. */
  static Week week(LocalDate day, DayOfWeek first) {
    return new Week(day.with(TemporalAdjusters.previousOrSame(first)));
  }

  static Period month(LocalDate day) {
    return new Month(YearMonth.from(day));
  }

  /** As it is stored: {@code week 2026-11-16}, {@code month 2026-11}, {@code season 2}, all. */
  default String key() {
    if (this instanceof Week week) {
      return "week " + week.first();
    }
    if (this instanceof Month month) {
      return "month " + month.month();
    }
    return this instanceof OfSeason season ? "season " + season.number() : "all";
  }

  /** Reads a key; empty if it is none. */
  static Optional<Period> read(String key) {
    String[] words = key.split(" ", 2);
    try {
      return Optional.ofNullable(
          switch (words[0]) {
            case "week" -> new Week(LocalDate.parse(words[1]));
            case "month" -> new Month(YearMonth.parse(words[1]));
            case "season" -> new OfSeason(Integer.parseInt(words[1]));
            case "all" -> new All();
            default -> null;
          });
    } catch (DateTimeParseException | NumberFormatException | ArrayIndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }
}
