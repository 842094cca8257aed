package studycoach.feature.plan;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import studycoach.chat.Arguments;
import studycoach.chat.UserError;
import studycoach.study.Goal;

/** Goals as people tell them, in the options of a command or the fields of a form. */
final class GoalReader {
  static final String DATE = "date";
  static final String DAYS = "days";
  static final String MINUTES = "minutes";
  static final String OFF = "off";

  private static final int USUAL_DAYS = 5;
  private static final int USUAL_MINUTES = 20;
  private static final int MOST_YEARS = 2;
  private static final Pattern NUMBER = Pattern.compile("\\d{1,4}");

  private final String exam;
  private final Optional<Goal> before;
  private final LocalDate today;

  /**
   * @param exam what the goal is for
   * @param before the goal so far, of which stays what is not told
   * @param today where the learner is
   */
  GoalReader(String exam, Optional<Goal> before, LocalDate today) {
    this.exam = exam;
    this.before = before;
    this.today = today;
  }

  /**
   * What a command tells.
   *
   * @throws UserError if no day is known, or if it is past or too far away
   */
  Goal read(Arguments given) {
    return goal(given.text(DATE).map(this::day), given.number(DAYS), given.number(MINUTES));
  }

  /**
   * What a form tells.
   *
   * @throws UserError likewise, and if a number is out of its range
   */
  Goal read(Map<String, String> fields) {
    return goal(
        text(fields, DATE).map(this::day),
        text(fields, DAYS).map(typed -> number(typed, DAYS, 1, Goal.WEEK)),
        text(fields, MINUTES)
            .map(typed -> number(typed, MINUTES, Goal.LEAST_MINUTES, Goal.MOST_MINUTES)));
  }

  private static Optional<String> text(Map<String, String> fields, String name) {
    return Optional.ofNullable(fields.get(name)).map(String::strip).filter(text -> !text.isEmpty());
  }

  private Goal goal(Optional<LocalDate> day, Optional<Integer> days, Optional<Integer> minutes) {
    return new Goal(
        exam,
        or(day, Goal::day).orElseThrow(() -> new UserError("When is your exam?" + example())),
        or(days, Goal::days).orElse(USUAL_DAYS),
        or(minutes, Goal::minutes).orElse(USUAL_MINUTES));
  }

  private <T> Optional<T> or(Optional<T> told, Function<Goal, T> known) {
    return told.or(() -> before.map(known));
  }

  private LocalDate day(String typed) {
    LocalDate day = parse(typed.strip());
    if (day.isBefore(today)) {
      throw new UserError("That day is past; today is " + today + "." + example());
    }
    LocalDate last = today.plusYears(MOST_YEARS);
    if (day.isAfter(last)) {
      throw new UserError(
          "That is too far away: I plan two years ahead at most, till " + last + ".");
    }
    return day;
  }

  private LocalDate parse(String typed) {
    try {
      return LocalDate.parse(typed);
    } catch (DateTimeParseException e) {
      throw new UserError("I can't read that day. It is written year-month-day." + example());
    }
  }

  private String example() {
    return " E.g. plan goal date:" + example(today);
  }

  /** A day that somebody could choose. */
  static LocalDate example(LocalDate today) {
    return today.plusMonths(3);
  }

  private static int number(String typed, String name, int from, int to) {
    int number = NUMBER.matcher(typed).matches() ? Integer.parseInt(typed) : from - 1;
    if (number < from || number > to) {
      throw new UserError("Please give " + name + " as a number from " + from + " to " + to + ".");
    }
    return number;
  }
}
