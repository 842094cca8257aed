package studycoach.control;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What came of a request.
 *
 * @param lines for people; none contains a line break
 * @param good whether the command that asked succeeds
 */
public record Report(List<String> lines, boolean good) {
  private static final String GOOD = "good";
  private static final String BAD = "bad";

  public Report {
    lines = lines.stream().flatMap(String::lines).toList();
  }

  /** The form in which it travels: {@code good} or {@code bad}, then its lines. */
  String encode() {
    return String.join("\n", Stream.concat(Stream.of(good ? GOOD : BAD), lines.stream()).toList());
  }

  /** Empty if the text is none of ours. */
  static Optional<Report> decode(String text) {
    List<String> all = text.lines().toList();
    if (all.isEmpty() || !List.of(GOOD, BAD).contains(all.get(0))) {
      return Optional.empty();
    }
    return Optional.of(new Report(all.subList(1, all.size()), all.get(0).equals(GOOD)));
  }
}
