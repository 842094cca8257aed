package studycoach.study;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Which reminders somebody wants. */
public enum Reminders {
  OFF,
  /** When a streak is about to end. */
  STREAK,
  /** When questions are due for review. */
  REVIEW,
  /** Once a week, how it went. */
  WEEKLY,
  ALL;

  public static List<String> words() {
    return Stream.of(values()).map(Reminders::word).toList();
  }

  /** As people write it, and as it is stored. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Reads what {@link #word} gives.
   *
   * @throws IllegalArgumentException if it is none of these
   */
  public static Reminders of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  /** Whether somebody who wants these wants one kind. */
  public boolean include(Reminders kind) {
    return this == ALL || this == kind;
  }
}
