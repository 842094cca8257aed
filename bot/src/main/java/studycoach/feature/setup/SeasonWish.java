package studycoach.feature.setup;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import studycoach.chat.UserError;
import studycoach.study.board.Seasons;

/** What an organiser wants of the seasons. */
sealed interface SeasonWish {

  /** The word for a new season. */
  String RESET = "reset";

  /** Has it happen to a group, whose days are those of a zone. */
  void fulfil(Seasons seasons, long group, ZoneId zone);

  /** A new one, from now on. */
  record Reset() implements SeasonWish {
    @Override
    public void fulfil(Seasons seasons, long group, ZoneId zone) {
      seasons.reset(group);
    }
  }

  /** One from the start of a day to the end of another. */
  record Days(LocalDate first, LocalDate last) implements SeasonWish {
    @Override
    public void fulfil(Seasons seasons, long group, ZoneId zone) {
      seasons.plan(group, start(first, zone), start(last.plusDays(1), zone));
    }

    private static Instant start(LocalDate day, ZoneId zone) {
      return day.atStartOfDay(zone).toInstant();
    }
  }

  /**
   * Reads {@code reset}, {@code 2026-09-01..2026-12-31}, {@code 2026-09-01 to 2026-12-31}.
   *
   * @throws UserError if it is none of these
   */
  static SeasonWish read(String typed) {
    String wish = typed.strip().toLowerCase(Locale.ROOT);
    if (wish.equals(RESET)) {
      return new Reset();
    }
    Matcher days =
        Pattern.compile(
                "(\\d{4}-\\d\\d-\\d\\d)\\s*(?:\\.\\.|…|–|to|\\s-)\\s*(\\d{4}-\\d\\d-\\d\\d)")
            .matcher(wish);
    try {
      if (days.matches()) {
        return new Days(LocalDate.parse(days.group(1)), LocalDate.parse(days.group(2)));
      }
    } catch (DateTimeParseException e) {
      // A day such as 31 February is told like anything else that is no day.
    }
    throw new UserError(
        "A new season begins with season:reset, or on the days that you give:"
            + " season:2026-09-01..2026-12-31. Nothing was changed.");
  }
}
