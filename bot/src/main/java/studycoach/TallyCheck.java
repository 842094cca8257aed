package studycoach;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import studycoach.control.Report;
import studycoach.store.Database;
import studycoach.study.board.Tallies;

/** Whether the tallies equal the log that they are added up from. */
public final class TallyCheck implements Supplier<Report> {
  /** By which a running bot is asked for it. */
  public static final String NAME = "tally-check";

  private final Supplier<List<String>> differences;

  /**
   * A check that has not run.
   *
   * @param differences a line each; none if all is equal
   */
  TallyCheck(Supplier<List<String>> differences) {
    this.differences = differences;
  }

  /** The check of a database. */
  public static TallyCheck of(Database database) {
    return new TallyCheck(new Tallies(database.jdbi())::differences);
  }

  @Override
  public Report get() {
    List<String> lines = new ArrayList<>(differences.get());
    if (lines.isEmpty()) {
      return new Report(List.of("Tallies equal the log."), true);
    }
    lines.add(lines.size() + (lines.size() == 1 ? " difference." : " differences."));
    return new Report(lines, false);
  }
}
