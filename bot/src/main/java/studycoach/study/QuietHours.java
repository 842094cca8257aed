package studycoach.study;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import studycoach.chat.UserError;

/**
 * The hours in which somebody wants no message, by the wall clock where they are, whatever clocks
 * do that day.
 *
 * @param from the first quiet minute
 * @param to the first minute that is not quiet, on the day after if that is no later than {@code
 *     from}; never the same
 */
public record QuietHours(LocalTime from, LocalTime to) {
  public static final QuietHours USUAL = new QuietHours(LocalTime.of(22, 0), LocalTime.of(8, 0));

  /** How people say that no hours are quiet. */
  public static final String NONE = "off";

  private static final Pattern FORM =
      Pattern.compile("(\\d{1,2})(?::(\\d{2}))?\\s*[-–]\\s*(\\d{1,2})(?::(\\d{2}))?");
  private static final int MIDNIGHT = 24;

  /** They last less than a day by the wall clock, and less than three whatever clocks do. */
  private static final int LONGEST_DAYS = 3;

  /** Clocks are never changed more often while they last. */
  private static final int MOST_CHANGES = 3;

  public QuietHours {
    if (from.equals(to)) {
      throw new IllegalArgumentException("quiet from " + from + " to " + to);
    }
  }

  /**
   * Reads hours as people write them, e.g. {@code 22-7} or {@code 22:30-6:15}; empty for {@value
   * #NONE}.
   *
   * @throws UserError if they can't be read, or begin when they end
   */
  public static Optional<QuietHours> parse(String typed) {
    String wish = typed.strip();
    if (wish.equalsIgnoreCase(NONE)) {
      return Optional.empty();
    }
    Matcher match = FORM.matcher(wish);
    if (!match.matches()) {
      throw unreadable();
    }
    LocalTime from = time(match.group(1), match.group(2));
    LocalTime to = time(match.group(3), match.group(4));
    if (from.equals(to)) {
      throw unreadable();
    }
    return Optional.of(new QuietHours(from, to));
  }

  private static LocalTime time(String hour, @Nullable String minute) {
    int minutes = minute == null ? 0 : Integer.parseInt(minute);
    int hours = Integer.parseInt(hour);
    boolean midnight = hours == MIDNIGHT && minutes == 0;
    if (!midnight && (hours >= MIDNIGHT || minutes >= 60)) {
      throw unreadable();
    }
    return LocalTime.of(midnight ? 0 : hours, minutes);
  }

  private static UserError unreadable() {
    return new UserError(
        "I can't read these quiet hours. Please write them like 22-7 or 22:30-6:15, or off.");
  }

  /** As {@link #parse} reads them, at most 11 characters. */
  public String words() {
    return words(from) + "-" + words(to);
  }

  private static String words(LocalTime time) {
    return time.getHour() + (time.getMinute() == 0 ? "" : ":%02d".formatted(time.getMinute()));
  }

  /** Whether a moment is in them. */
  public boolean contain(Instant at, ZoneId zone) {
    LocalTime time = LocalTime.ofInstant(at, zone);
    boolean begun = !time.isBefore(from);
    boolean over = !time.isBefore(to);
    return from.isBefore(to) ? begun && !over : begun || !over;
  }

  /** When those began that a moment is in. */
  public Instant begin(Instant at, ZoneId zone) {
    return Stream.concat(starts(at, zone), changes(at, zone))
        .filter(start -> !start.isAfter(at) && contain(start, zone))
        .filter(start -> !contain(start.minusNanos(1), zone))
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }

  /** When clocks have shown the first quiet minute of late. */
  private Stream<Instant> starts(Instant at, ZoneId zone) {
    LocalDate day = LocalDate.ofInstant(at, zone);
    return Stream.iterate(day.minusDays(LONGEST_DAYS), next -> next.plusDays(1))
        .limit(LONGEST_DAYS + 1)
        .map(next -> next.atTime(from))
        .flatMap(local -> zone.getRules().getValidOffsets(local).stream().map(local::toInstant));
  }

  /** When clocks were changed of late, which may begin quiet hours or have them begin again. */
  private static Stream<Instant> changes(Instant at, ZoneId zone) {
    return Stream.iterate(
            Optional.ofNullable(zone.getRules().previousTransition(at.plusNanos(1))),
            Optional::isPresent,
            change ->
                Optional.ofNullable(
                    zone.getRules().previousTransition(change.orElseThrow().getInstant())))
        .flatMap(Optional::stream)
        .map(ZoneOffsetTransition::getInstant)
        .limit(MOST_CHANGES);
  }
}
