package studycoach.feature.setup;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import studycoach.chat.UserError;
import studycoach.study.GroupSettings;

/** Times, weekdays and windows as people write them. */
final class Wishes {
  private static final Pattern TIME =
      Pattern.compile("(\\d{1,2})(?:[:.h](\\d{2}))?\\s*(am|pm)?", Pattern.CASE_INSENSITIVE);
  private static final Pattern WINDOW =
      Pattern.compile("(\\d{1,5})\\s*(m|min|minutes?|h|hours?|d|days?)", Pattern.CASE_INSENSITIVE);
  private static final int NOON = 12;
  private static final int WEEKEND = 5;

  private Wishes() {}

  /** Reads {@code 9:00}, {@code 09.30}, {@code 7pm}. */
  static LocalTime time(String typed) {
    Matcher matcher = TIME.matcher(typed.strip());
    if (!matcher.matches() || (matcher.group(2) == null && matcher.group(3) == null)) {
      throw badTime();
    }
    int hour = Integer.parseInt(matcher.group(1));
    String half = Optional.ofNullable(matcher.group(3)).orElse("").toLowerCase(Locale.ROOT);
    if (!half.isEmpty() && (hour < 1 || hour > NOON)) {
      throw badTime();
    }
    int shift = half.isEmpty() ? 0 : (half.equals("pm") ? NOON : 0) - (hour == NOON ? NOON : 0);
    try {
      return LocalTime.of(
          hour + shift, Integer.parseInt(Optional.ofNullable(matcher.group(2)).orElse("0")));
    } catch (DateTimeException e) {
      throw badTime();
    }
  }

  private static UserError badTime() {
    return new UserError(
        "A time is written from 00:00 to 23:59, e.g. time:09:00. Nothing was changed.");
  }

  /** Reads {@code mon-fri}, {@code mon,wed,fri}, {@code daily}, {@code weekdays}. */
  static Set<DayOfWeek> days(String typed) {
    String wish = typed.strip().toLowerCase(Locale.ENGLISH);
    if (wish.equals("daily") || wish.equals("all")) {
      return EnumSet.allOf(DayOfWeek.class);
    }
    if (wish.equals("weekdays")) {
      return EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.of(WEEKEND));
    }
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    for (String part : wish.split("[,\\s]+", -1)) {
      String[] ends = part.split("-", 2);
      DayOfWeek last = day(ends[ends.length - 1]);
      DayOfWeek day = day(ends[0]);
      days.add(day);
      while (day != last) {
        day = day.plus(1);
        days.add(day);
      }
    }
    return days;
  }

  private static DayOfWeek day(String word) {
    return EnumSet.allOf(DayOfWeek.class).stream()
        .filter(
            day -> word.length() >= 2 && day.name().toLowerCase(Locale.ENGLISH).startsWith(word))
        .findFirst()
        .orElseThrow(
            () ->
                new UserError(
                    "Weekdays are written like days:mon-fri, days:mon,wed,sat or days:daily."
                        + " Nothing was changed."));
  }

  static String show(Set<DayOfWeek> days) {
    List<String> runs = new ArrayList<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      if (!days.contains(day) || (day != DayOfWeek.MONDAY && days.contains(day.minus(1)))) {
        continue;
      }
      DayOfWeek last = day;
      while (last != DayOfWeek.SUNDAY && days.contains(last.plus(1))) {
        last = last.plus(1);
      }
      runs.add(last == day ? word(day) : word(day) + "-" + word(last));
    }
    return days.size() == DayOfWeek.values().length ? "daily" : String.join(",", runs);
  }

  private static String word(DayOfWeek day) {
    return day.name().substring(0, 3).toLowerCase(Locale.ENGLISH);
  }

  static String show(LocalTime time) {
    return DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).format(time);
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
    return minutes % 60 == 0 ? minutes / 60 + "h" : minutes + "m";
  }
}
