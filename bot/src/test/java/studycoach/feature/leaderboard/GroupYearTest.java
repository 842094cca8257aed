package studycoach.feature.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import studycoach.feature.leaderboard.Ledger.Board;
import studycoach.feature.leaderboard.Ledger.Line;
import studycoach.feature.leaderboard.Ledger.Score;
import studycoach.study.board.BoardRow;
import studycoach.study.board.Boards;
import studycoach.study.board.Period;
import studycoach.study.board.Points;
import studycoach.study.board.Standing;
import studycoach.testing.TestDatabase;

/** A group's year, compared with what its people's journal comes to. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class GroupYearTest {
  private final GroupYear year;
  private final Boards boards;
  private final Points points;
  private final ShownBoards shown;
  private final Map<Long, String> names;
  private int ties;

  GroupYearTest(TestDatabase kind) {
    year = new GroupYear(kind);
    boards = new Boards(year.world().database().jdbi());
    shown = new ShownBoards(year);
    points = new Points(year.world().database().jdbi());
    names = year.names().stream().collect(Collectors.toMap(year::learner, Function.identity()));
  }

  @AfterEach
  void close() {
    year.close();
  }

  @Test
  void pointsBoardsAndStreaksOfAYearAreWhatItsJournalComesTo() {
    year.passes(this::compare);

    assertThat(year.journal().windows().stream().filter(w -> !w.extra() && !w.failed()))
        .hasSizeGreaterThanOrEqualTo(300);
    assertThat(ties).isGreaterThan(100);
  }

  private void compare() {
    Ledger ledger = year.ledger();
    compareTallies(expectedTallies(ledger), tallies());
    ledger.boards().forEach(board -> compareBoard(ledger, board));
    for (String name : year.names()) {
      present().forEach(board -> compareStanding(ledger, board, name));
      comparePoints(ledger, name);
      compareStreak(ledger, name);
      shown.points(ledger, name);
    }
    for (String name : readers()) {
      shown.board(ledger, new Board(new Period.All(), ""), "leaderboard all", name);
      shown.board(ledger, new Board(season(), ""), "leaderboard", name);
      shown.board(ledger, new Board(season(), "data"), "leaderboard domain:\"Domain 0\"", name);
      shown.board(ledger, new Board(week(), ""), "leaderboard week", name);
    }
    assertThat(year.tallies().differences()).isEmpty();
  }

  private record Tally(String period, String domain, String name) {}

  private static void compareTallies(Map<Tally, Score> expected, Map<Tally, Score> kept) {
    kept.entrySet().removeIf(entry -> expected.remove(entry.getKey(), entry.getValue()));
    assertThat(kept).isEqualTo(expected);
  }

  private Map<Tally, Score> tallies() {
    Map<Tally, Score> all = new HashMap<>();
    year.world()
        .database()
        .jdbi()
        .useHandle(
            handle ->
                handle
                    .createQuery("SELECT * FROM board_tally")
                    .map(
                        (row, context) ->
                            all.put(
                                new Tally(
                                    row.getString("period"),
                                    row.getString("domain"),
                                    name(row.getLong("learner_id"))),
                                new Score(
                                    row.getInt("points"),
                                    row.getInt("correct"),
                                    row.getInt("answered"))))
                    .list());
    return all;
  }

  private String name(long learner) {
    return names.getOrDefault(learner, "nobody");
  }

  private static Map<Tally, Score> expectedTallies(Ledger ledger) {
    Map<Tally, Score> all = new HashMap<>();
    for (Board board : ledger.boards()) {
      ledger
          .scores(board)
          .forEach((name, s) -> all.put(new Tally(board.period().key(), board.domain(), name), s));
    }
    return all;
  }

  private Boards.Key key(Board board) {
    return new Boards.Key(
        year.group().id(),
        board.period(),
        Optional.of(board.domain()).filter(domain -> !domain.isEmpty()));
  }

  private Line line(BoardRow row) {
    return new Line(
        row.rank(),
        name(row.learner()),
        new Score(
            Math.toIntExact(row.points()),
            Math.toIntExact(row.accuracy().right()),
            Math.toIntExact(row.accuracy().answered())));
  }

  private void compareBoard(Ledger ledger, Board board) {
    Boards.Key key = key(board);
    List<Line> lines = ledger.lines(board);
    List<Line> shown = boards.rows(key, 0, names.size()).stream().map(this::line).toList();
    assertThat(shown).as("%s", board).isSortedAccordingTo(Comparator.comparing(Line::rank));
    assertThat(shown).as("%s", board).containsExactlyInAnyOrderElementsOf(lines);
    assertThat(boards.size(key)).as("%s", board).isEqualTo(lines.size());
    ties += lines.size() - (int) lines.stream().map(Line::rank).distinct().count();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(year.world().clock().instant(), GroupYear.ZONE);
  }

  private Period week() {
    DayOfWeek first = year.group().settings().week();
    return new Period.Week(today().with(TemporalAdjusters.previousOrSame(first)));
  }

  private Period season() {
    return new Period.OfSeason(year.seasons());
  }

  /** The boards that people look at now. */
  private Stream<Board> present() {
    return Stream.of(
            new Period.All(),
            new Period.OfSeason(1),
            new Period.OfSeason(2),
            new Period.Month(YearMonth.from(today())),
            week())
        .flatMap(period -> Stream.of(new Board(period, ""), new Board(period, "modeling")));
  }

  private void compareStanding(Ledger ledger, Board board, String name) {
    Optional<Standing> standing = boards.standing(key(board), year.learner(name));
    assertThat(standing.map(Standing::row).map(this::line))
        .as("%s, %s", board, name)
        .isEqualTo(ledger.line(board, name));
    standing.ifPresent(s -> compareNeighbours(ledger.lines(board), s, line(s.row())));
  }

  private void compareNeighbours(List<Line> lines, Standing standing, Line own) {
    Comparator<Line> byPoints = Comparator.comparing(line -> line.score().points());
    Optional<Line> ahead =
        lines.stream().filter(line -> byPoints.compare(line, own) > 0).min(byPoints);
    Optional<Line> behind =
        lines.stream().filter(line -> byPoints.compare(line, own) < 0).max(byPoints);
    assertThat(standing.ahead().map(BoardRow::rank)).isEqualTo(ahead.map(Line::rank));
    assertThat(standing.behind().map(BoardRow::rank)).isEqualTo(behind.map(Line::rank));
    assertThat(Stream.of(standing.ahead(), standing.behind()).flatMap(Optional::stream))
        .allSatisfy(row -> assertThat(lines).contains(line(row)));
    assertThat(standing.tied())
        .isEqualTo(
            (int)
                lines.stream()
                    .filter(line -> byPoints.compare(line, own) == 0)
                    .filter(line -> !line.person().equals(own.person()))
                    .count());
  }

  private void comparePoints(Ledger ledger, String name) {
    List<Points.Grant> expected =
        ledger.given(name).stream()
            .map(g -> new Points.Grant(g.points(), 1, g.question(), g.domain(), g.window().day()))
            .toList();
    assertThat(points.of(year.group().id(), year.learner(name), 0, 1000))
        .as(name)
        .isEqualTo(expected);
  }

  private void compareStreak(Ledger ledger, String name) {
    Ledger.Streak streak = ledger.streak(name, year.world().clock().instant());
    if (year.journal().windows().stream().anyMatch(w -> year.journal().hasAnswered(name, w))) {
      year.person(name)
          .runs("streak drops:1")
          .sees("Your streak: " + streak.drops() + " drop")
          .sees("freezes kept: " + streak.freezes() + " (");
    }
  }

  /** Some of the people, who read the boards. */
  private List<String> readers() {
    return IntStream.range(0, names.size())
        .filter(at -> at % 7 == 0)
        .mapToObj(year.names()::get)
        .toList();
  }
}
