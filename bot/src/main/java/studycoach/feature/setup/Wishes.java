package studycoach.feature.setup;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import studycoach.chat.UserError;
import studycoach.study.BoardTime;
import studycoach.study.GroupSettings;

/** Times and windows as people write them. */
final class Wishes {
  private static final Pattern TIME =
      Pattern.compile("(\\d{1,2})(?:[:.h](\\d{2}))?\\s*(am|pm)?", Pattern.CASE_INSENSITIVE);
  private static final Pattern WINDOW =
      Pattern.compile("(\\d{1,5})\\s*(m|min|minutes?|h|hours?|d|days?)", Pattern.CASE_INSENSITIVE);
  private static final Pattern BOARD =
      Pattern.compile("([a-z]+)(?:\\s+at\\s+|[\\s,@-]*)(\\d.*)", Pattern.CASE_INSENSITIVE);
  private static final int NOON = 12;
  private static final int HOUR_MINUTES = 60;

  private Wishes() {}

  /** Reads {@code 9:00}, {@code 09.30}, {@code 7pm}. */
  static LocalTime time(String typed) {
    return readTime(typed)
        .orElseThrow(
            () ->
                new UserError(
                    "A time is written from 00:00 to 23:59, e.g. time:09:00. Nothing was"
                        + " changed."));
  }

  private static Optional<LocalTime> readTime(String typed) {
    Matcher matcher = TIME.matcher(typed.strip());
    if (!matcher.matches() || (matcher.group(2) == null && matcher.group(3) == null)) {
      return Optional.empty();
    }
    int hour = Integer.parseInt(matcher.group(1));
    String half = Optional.ofNullable(matcher.group(3)).orElse("").toLowerCase(Locale.ROOT);
    if (!half.isEmpty() && (hour < 1 || hour > NOON)) {
      return Optional.empty();
    }
    int shift = half.isEmpty() ? 0 : (half.equals("pm") ? NOON : 0) - (hour == NOON ? NOON : 0);
    try {
      String minutes = Optional.ofNullable(matcher.group(2)).orElse("0");
      return Optional.of(LocalTime.of(hour + shift, Integer.parseInt(minutes)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  static String show(LocalTime time) {
    return DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).format(time);
  }

  /** Reads {@code mon 12:00}, {@code friday, 5pm}, {@code off}. */
  static Optional<BoardTime> board(String typed) {
    if (typed.strip().equalsIgnoreCase("off")) {
      return Optional.empty();
    }
    Matcher matcher = BOARD.matcher(typed.strip());
    Optional<BoardTime> board =
        matcher.matches()
            ? Weekdays.read(matcher.group(1))
                .flatMap(day -> readTime(matcher.group(2)).map(time -> new BoardTime(day, time)))
            : Optional.empty();
    return Optional.of(board.orElseThrow(Wishes::badBoard));
  }

  private static UserError badBoard() {
    return new UserError(
        "The weekly board comes on a weekday at a time, e.g. board:\"fri 17:30\" or"
            + " board:fri-17:30, or never: board:off. Nothing was changed.");
  }

  static String show(BoardTime board) {
    return Weekdays.show(board.day()) + " " + show(board.time());
  }

  /** Reads the first day of a week. */
  static DayOfWeek week(String typed) {
    return Weekdays.read(typed)
        .orElseThrow(
            () ->
                new UserError(
                    "The week of the board begins on a weekday, e.g. week:mon or week:sun."
                        + " Nothing was changed."));
  }

  /** Reads {@code next}, {@code 30m}, {@code 4h}, {@code 1d}. */
  static Optional<Duration> reveal(String typed) {
    if (typed.strip().equalsIgnoreCase("next")) {
      return Optional.empty();
    }
    Matcher matcher = WINDOW.matcher(typed.strip());
    if (!matcher.matches()) {
      throw badReveal();
    }
    long number = Long.parseLong(matcher.group(1));
    Duration window =
        switch (matcher.group(2).toLowerCase(Locale.ROOT).charAt(0)) {
          case 'm' -> Duration.ofMinutes(number);
          case 'h' -> Duration.ofHours(number);
          default -> Duration.ofDays(number);
        };
    if (window.compareTo(GroupSettings.SHORTEST_WINDOW) < 0
        || window.compareTo(GroupSettings.LONGEST_WINDOW) > 0) {
      throw badReveal();
    }
    return Optional.of(window);
  }

  private static UserError badReveal() {
    return new UserError(
        "The reveal comes with the next drop (reveal:next) or after 5 minutes to 7 days,"
            + " e.g. reveal:30m or reveal:4h. Nothing was changed.");
  }

  static String show(Optional<Duration> reveal) {
    return reveal.map(Wishes::show).orElse("next");
  }

  private static String show(Duration window) {
    long minutes = window.toMinutes();
    return minutes % HOUR_MINUTES == 0 ? minutes / HOUR_MINUTES + "h" : minutes + "m";
  }
}
