package studycoach.feature.leaderboard;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import studycoach.markup.Markup;
import studycoach.study.NamedAccount;
import studycoach.study.board.BoardRow;
import studycoach.study.board.Standing;
import studycoach.study.draw.Accuracy;

/** Lines of a board as text. */
final class BoardLines {
  private final LongFunction<NamedAccount> names;

  /**
   * @param names the account that names a learner where the lines are shown
   */
  BoardLines(LongFunction<NamedAccount> names) {
    this.names = names;
  }

  /** One line each. */
  Markup of(List<BoardRow> rows) {
    List<Markup> lines = new ArrayList<>();
    rows.forEach(row -> lines.add(line(row, name(row))));
    return joined(lines);
  }

  /**
   * One line each, that of the reader among them, and where they stand if they are not.
   *
   * @param standing of the reader, whose name may be known to nobody else
   */
  Markup of(List<BoardRow> rows, Standing standing) {
    long reader = standing.row().learner();
    List<Markup> lines = new ArrayList<>();
    rows.forEach(row -> lines.add(row.learner() == reader ? own(row) : line(row, name(row))));
    if (rows.stream().noneMatch(row -> row.learner() == reader)) {
      lines.add(Markup.of("…"));
      standing
          .ahead()
          .filter(row -> !rows.contains(row))
          .ifPresent(row -> lines.add(line(row, name(row))));
      lines.add(own(standing.row()));
      standing
          .behind()
          .filter(row -> !rows.contains(row))
          .ifPresent(row -> lines.add(line(row, name(row))));
    }
    return joined(lines);
  }

  private static Markup joined(List<Markup> lines) {
    return lines.stream().reduce((above, below) -> above.text("\n").and(below)).orElseThrow();
  }

  private static Markup own(BoardRow row) {
    return line(row, Markup.empty().bold("you"));
  }

  private static Markup line(BoardRow row, Markup name) {
    return Markup.empty()
        .bold(row.rank() + ".")
        .text(" ")
        .and(name)
        .text(" · " + points(row.points()) + " · " + accuracy(row.accuracy()));
  }

  /** The gaps around the reader, as a sentence. */
  Markup gaps(Standing standing) {
    Markup gaps = Markup.of("You are number ").bold(String.valueOf(standing.row().rank()));
    if (standing.tied() > 0) {
      gaps =
          gaps.text(
              standing.tied() == 1 ? ", level with one other" : ", level with " + standing.tied());
    }
    if (standing.ahead().isPresent()) {
      BoardRow ahead = standing.ahead().get();
      gaps =
          gaps.text(", " + points(ahead.points() - standing.row().points()) + " behind ")
              .and(name(ahead));
    }
    if (standing.behind().isPresent()) {
      BoardRow behind = standing.behind().get();
      gaps =
          gaps.text(", " + points(standing.row().points() - behind.points()) + " ahead of ")
              .and(name(behind));
    }
    return gaps.text(".");
  }

  private Markup name(BoardRow row) {
    return Markup.empty().and(names.apply(row.learner()).span());
  }

  static String points(long points) {
    return points == 1 ? "1 point" : points + " points";
  }

  private static String accuracy(Accuracy accuracy) {
    return accuracy.percent() + " % of " + accuracy.answered();
  }
}
