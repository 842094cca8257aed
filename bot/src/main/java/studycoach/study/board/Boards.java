package studycoach.study.board;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import studycoach.study.draw.Accuracy;

/**
 * Boards, read from the tallies. On one are the members who have answered in its period, unless
 * they are off the board, with most points first. Those off the board don't count for the others'
 * ranks either, so that no gap tells of them.
 */
public final class Boards {

  private static final String ON_BOARD =
      " FROM board_tally t JOIN member m ON m.group_id = t.group_id AND m.learner_id = t.learner_id"
          + " JOIN learner l ON l.id = t.learner_id WHERE t.group_id = :group"
          + " AND t.period = :period AND t.domain = :domain AND m.left_at IS NULL AND l.on_board";

  private static final String COLUMNS = "SELECT t.learner_id, t.points, t.correct, t.answered";

  /** H2 walks along the index only if the columns that are fixed are named here too. */
  private static final String ORDER =
      " ORDER BY t.group_id, t.period, t.domain, t.points DESC, t.learner_id";

  private final Jdbi jdbi;

  public Boards(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * Which board.
   *
   * @param domain its id; empty for all domains together
   */
  public record Key(long group, Period period, Optional<String> domain) {

    private Query bind(Query query) {
      return query
          .bind("group", group)
          .bind("period", period.key())
          .bind("domain", domain.orElse(""));
    }
  }

  /** How many are on a board. */
  public int size(Key board) {
    return jdbi.withHandle(
        handle ->
            board
                .bind(handle.createQuery("SELECT COUNT(*)" + ON_BOARD))
                .mapTo(Integer.class)
                .one());
  }

  /** How all on a board have answered. */
  public Accuracy accuracy(Key board) {
    String sums =
        "SELECT COALESCE(SUM(t.correct), 0) AS correct, COALESCE(SUM(t.answered), 0) AS answered";
    return jdbi.withHandle(
        handle ->
            board
                .bind(handle.createQuery(sums + ON_BOARD))
                .map(
                    (row, context) -> new Accuracy(row.getLong("correct"), row.getLong("answered")))
                .one());
  }

  /**
   * Some lines of a board.
   *
   * @param offset how many come before, 0 or more
   * @param most how many lines
   */
  public List<BoardRow> rows(Key board, int offset, int most) {
    return jdbi.withHandle(
        handle -> {
          List<Line> lines =
              board
                  .bind(
                      handle.createQuery(COLUMNS + ON_BOARD + ORDER + " LIMIT :most OFFSET :skip"))
                  .bind("most", most)
                  .bind("skip", offset)
                  .map((row, context) -> Line.read(row))
                  .list();
          return ranked(lines, offset, lines.isEmpty() ? 1 : rank(handle, board, lines.get(0)));
        });
  }

  private static List<BoardRow> ranked(List<Line> lines, int offset, int firstRank) {
    List<BoardRow> rows = new ArrayList<>();
    int rank = firstRank;
    for (int i = 0; i < lines.size(); i++) {
      boolean tied = i > 0 && lines.get(i).points() == lines.get(i - 1).points();
      rank = i == 0 || tied ? rank : offset + i + 1;
      rows.add(lines.get(i).at(rank));
    }
    return rows;
  }

  /** The nearest earlier week, month or season in which a group had drops. */
  public Optional<Period> earlier(long group, Period period) {
    return neighbour(group, period, "p.period < :period ORDER BY p.period DESC", -1);
  }

  /** The nearest later week, month or season in which a group had drops. */
  public Optional<Period> later(long group, Period period) {
    return neighbour(group, period, "p.period > :period ORDER BY p.period", 1);
  }

  private Optional<Period> neighbour(long group, Period period, String beyond, int step) {
    if (period instanceof Period.OfSeason season) {
      Period other = new Period.OfSeason(season.number() + step);
      return find(group, other, "p.period = :period");
    }
    return find(group, period, beyond);
  }

  private Optional<Period> find(long group, Period period, String which) {
    String kind = period.key().split(" ", 2)[0];
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT p.period FROM drop_period p JOIN group_drop d ON d.id = p.drop_id"
                        + " WHERE d.group_id = :group AND p.period LIKE :kind AND "
                        + which
                        + " LIMIT 1")
                .bind("group", group)
                .bind("kind", kind + " %")
                .bind("period", period.key())
                .mapTo(String.class)
                .findOne()
                .flatMap(Period::read));
  }

  /** Where a learner stands, on the board or off it; empty if they have not answered. */
  public Optional<Standing> standing(Key board, long learner) {
    return jdbi.withHandle(
        handle ->
            board
                .bind(
                    handle.createQuery(
                        COLUMNS
                            + " FROM board_tally t WHERE t.group_id = :group"
                            + " AND t.period = :period AND t.domain = :domain"
                            + " AND t.learner_id = :learner"))
                .bind("learner", learner)
                .map((row, context) -> Line.read(row))
                .findOne()
                .map(own -> standing(handle, board, own)));
  }

  private static Standing standing(Handle handle, Key board, Line own) {
    return new Standing(
        own.at(rank(handle, board, own)),
        nearest(handle, board, own, " AND t.points > :points ORDER BY t.points, t.learner_id"),
        nearest(handle, board, own, " AND t.points < :points ORDER BY t.points DESC, t.learner_id"),
        count(
            handle
                .createQuery(
                    "SELECT COUNT(*)"
                        + ON_BOARD
                        + " AND t.points = :points AND t.learner_id <> :learner")
                .bind("learner", own.learner()),
            board,
            own));
  }

  private static int rank(Handle handle, Key board, Line line) {
    return 1
        + count(
            handle.createQuery("SELECT COUNT(*)" + ON_BOARD + " AND t.points > :points"),
            board,
            line);
  }

  private static int count(Query query, Key board, Line line) {
    return board.bind(query).bind("points", line.points()).mapTo(Integer.class).one();
  }

  private static Optional<BoardRow> nearest(Handle handle, Key board, Line own, String which) {
    return board
        .bind(handle.createQuery(COLUMNS + ON_BOARD + which + " LIMIT 1"))
        .bind("points", own.points())
        .map((row, context) -> Line.read(row))
        .findOne()
        .map(line -> line.at(rank(handle, board, line)));
  }

  private record Line(long learner, long points, Accuracy accuracy) {

    static Line read(ResultSet row) throws SQLException {
      return new Line(
          row.getLong("learner_id"),
          row.getLong("points"),
          new Accuracy(row.getLong("correct"), row.getLong("answered")));
    }

    BoardRow at(int rank) {
      return new BoardRow(rank, learner, points, accuracy);
    }
  }
}
