package studycoach.feature.setup;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import studycoach.chat.UserError;

/** Weekdays as people write them. */
final class Weekdays {
  private static final int SHORTEST = 2;

  private Weekdays() {}

  /** Reads {@code mon}, {@code Monday}; empty if it is none. */
  static Optional<DayOfWeek> read(String typed) {
    String word = typed.strip().toLowerCase(Locale.ENGLISH);
    return Stream.of(DayOfWeek.values())
        .filter(
            day ->
                word.length() >= SHORTEST
                    && day.name().toLowerCase(Locale.ENGLISH).startsWith(word))
        .findFirst();
  }

  /**
   * Reads {@code mon-fri}, {@code mon,wed,fri}, {@code daily}, {@code weekdays}.
   *
   * @throws UserError if it is none of these
   */
  static Set<DayOfWeek> readAll(String typed) {
    String wish = typed.strip().toLowerCase(Locale.ENGLISH);
    if (wish.equals("daily") || wish.equals("all")) {
      return EnumSet.allOf(DayOfWeek.class);
    }
    if (wish.equals("weekdays")) {
      return EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    }
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    for (String part : wish.split("[,\\s]+", -1)) {
      String[] ends = part.split("-", 2);
      DayOfWeek last = known(ends[ends.length - 1]);
      DayOfWeek day = known(ends[0]);
      days.add(day);
      while (day != last) {
        day = day.plus(1);
        days.add(day);
      }
    }
    return days;
  }

  private static DayOfWeek known(String word) {
    return read(word)
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
      runs.add(last == day ? show(day) : show(day) + "-" + show(last));
    }
    return days.size() == DayOfWeek.values().length ? "daily" : String.join(",", runs);
  }

  static String show(DayOfWeek day) {
    return day.name().substring(0, 3).toLowerCase(Locale.ENGLISH);
  }

  /** All of them, from Monday on. */
  static List<String> words() {
    return Stream.of(DayOfWeek.values()).map(Weekdays::show).toList();
  }
}
