package studycoach.room;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The table worked out by hand in {@code ten-drops.expected.md}. */
final class ExpectedDrops {
  static final List<String> PEOPLE = List.of("ann", "ben", "cem");
  private static final Pattern LOCAL =
      Pattern.compile("(\\w{3} \\d{1,2} \\w{3})(?: \\d\\d:\\d\\d (CES?T)(, late)?)?");

  private ExpectedDrops() {}

  /**
   * A line of the table.
   *
   * @param day as a streak names it
   * @param zone of its local time
   * @param utc when it happens; empty if nothing does
   * @param answers e.g. {@code ben W}
   * @param standings each one's streak and freezes after it, e.g. {@code 7 · 1 earned}
   */
  record Row(
      String name,
      String day,
      String zone,
      boolean late,
      String utc,
      List<String> answers,
      Map<String, String> standings,
      String reveal,
      String firstRight) {

    boolean isScheduled() {
      return name.matches("\\d+");
    }

    boolean isRevealed() {
      return !reveal.isEmpty() && !reveal.startsWith("no reveal");
    }

    boolean isAnswered(String person) {
      return answers.stream().anyMatch(answer -> answer.startsWith(person + " "));
    }

    String standing(String person) {
      return Objects.requireNonNull(standings.get(person));
    }

    /** The line under a reveal. */
    String result() {
      if (reveal.equals("nobody")) {
        return "Nobody answered this one.";
      }
      return reveal + " right" + (firstRight.equals("–") ? "" : " · first right: " + firstRight);
    }

    /** What {@code streak} says of it when all is over. */
    String explained(String person) {
      String standing = standing(person);
      String streak = standing.split(" ", 2)[0];
      if (utc.isEmpty()) {
        return "not posted in time, my fault: does not count";
      }
      if (isAnswered(person)) {
        return "answered → " + streak + (standing.endsWith("earned") ? ", a freeze earned" : "");
      }
      if (standing.endsWith("frozen")) {
        return "missed, a freeze kept your " + streak;
      }
      if (standing.endsWith("broken")) {
        return "missed, the streak ended";
      }
      if (standing.endsWith("missed at none")) {
        return "missed";
      }
      if (standing.endsWith("away")) {
        return "you were on vacation: does not count";
      }
      return standing.startsWith("–") || standing.startsWith("none")
          ? "before you joined"
          : "open, still to be answered";
    }
  }

  /** All lines but the day of rest, on which nothing is to happen. */
  static List<Row> rows() throws IOException {
    return text("ten-drops.expected.md")
        .lines()
        .filter(line -> line.matches("\\| (extra|\\d+|skipped|paused) \\|.*"))
        .map(ExpectedDrops::row)
        .toList();
  }

  private static Row row(String line) {
    List<String> cells = Stream.of(line.split("\\|", -1)).map(String::strip).toList();
    Matcher local = LOCAL.matcher(cells.get(2));
    if (!local.matches()) {
      throw new IllegalArgumentException(line);
    }
    return new Row(
        cells.get(1),
        local.group(1),
        Objects.requireNonNull(local.group(2)),
        local.group(3) != null,
        cells.get(3),
        Stream.of(cells.get(4).split(", ", -1)).filter(a -> a.matches("\\w{3} [RW]")).toList(),
        Map.of("ann", cells.get(5), "ben", cells.get(6), "cem", cells.get(7)),
        cells.get(8),
        cells.get(9));
  }

  static String text(String resource) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(ExpectedDrops.class.getResourceAsStream(resource), resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
