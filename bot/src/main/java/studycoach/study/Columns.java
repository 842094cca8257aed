package studycoach.study;

import java.time.DayOfWeek;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Short lists as they are stored: numbers with commas between. */
public final class Columns {
  private Columns() {}

  public static String write(Collection<Integer> numbers) {
    return numbers.stream().map(String::valueOf).collect(Collectors.joining(","));
  }

  public static List<Integer> read(String numbers) {
    return Stream.of(numbers.split(",")).map(Integer::valueOf).toList();
  }

  static String writeDays(Set<DayOfWeek> days) {
    return write(days.stream().map(DayOfWeek::getValue).sorted().toList());
  }

  static Set<DayOfWeek> readDays(String days) {
    return read(days).stream()
        .map(DayOfWeek::of)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(DayOfWeek.class)));
  }
}
