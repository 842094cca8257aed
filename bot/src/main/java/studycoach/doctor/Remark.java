package studycoach.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import studycoach.chat.Finding;
import studycoach.control.Report;

/**
 * Something that a check has seen.
 *
 * @param seen one line; holds no secret
 * @param advice what to do, one line; empty if there is nothing to do, or if {@code seen} tells
 */
public record Remark(Level level, String seen, String advice) {
  private static final String INDENT = " ".repeat(Level.OK.label().length());

  public Remark {
    seen = String.join(" ", seen.lines().toList());
  }

  static Remark ok(String seen) {
    return new Remark(Level.OK, seen, "");
  }

  static Remark note(String seen, String advice) {
    return new Remark(Level.NOTE, seen, advice);
  }

  static Remark warning(String seen, String advice) {
    return new Remark(Level.WARNING, seen, advice);
  }

  static Remark error(String seen, String advice) {
    return new Remark(Level.ERROR, seen, advice);
  }

  static Remark of(Finding finding) {
    return new Remark(finding.good() ? Level.OK : Level.ERROR, finding.seen(), finding.advice());
  }

  /** One line, or two. */
  Stream<String> lines() {
    return advice.isEmpty()
        ? Stream.of(level.label() + seen)
        : Stream.of(level.label() + seen, INDENT + advice);
  }

  /** In the form in which they are printed, and travel between processes. */
  static Report report(List<Remark> remarks) {
    return new Report(
        remarks.stream().flatMap(Remark::lines).toList(),
        remarks.stream().allMatch(remark -> remark.level().isGood()));
  }

  /** Reads that form again; a line that is none of ours is as bad as its report. */
  static List<Remark> read(Report report) {
    List<Remark> remarks = new ArrayList<>();
    for (String line : report.lines()) {
      int last = remarks.size() - 1;
      if (line.startsWith(INDENT) && last >= 0) {
        Remark above = remarks.get(last);
        remarks.set(last, new Remark(above.level(), above.seen(), line.strip()));
      } else {
        remarks.add(read(line, report.good()));
      }
    }
    return remarks;
  }

  private static Remark read(String line, boolean good) {
    return Stream.of(Level.values())
        .filter(level -> line.startsWith(level.label()))
        .findFirst()
        .map(level -> new Remark(level, line.substring(level.label().length()), ""))
        .orElseGet(() -> new Remark(good ? Level.OK : Level.ERROR, line, ""));
  }
}
