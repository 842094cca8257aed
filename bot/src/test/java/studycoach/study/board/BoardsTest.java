package studycoach.study.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import studycoach.pack.Difficulty;
import studycoach.study.DropQuestion;
import studycoach.study.Group;
import studycoach.study.draw.Accuracy;
import studycoach.testing.TestDatabase;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class BoardsTest {
  private static final Period ALL = new Period.All();
  private static final int ROUNDS = 12;

  private final Kernel kernel;
  private final Group group;
  private final Boards.Key board;

  BoardsTest(TestDatabase kind) {
    kernel = new Kernel(kind);
    group = kernel.group("general");
    board = new Boards.Key(group.id(), ALL, Optional.empty());
  }

  @AfterEach
  void close() {
    kernel.close();
  }

  /** Somebody who has answered; their tally is written as it is. */
  private record Entry(long learner, long points, boolean left, boolean hidden) {

    boolean isOnBoard() {
      return !left && !hidden;
    }
  }

  private Entry add(String name, long points, boolean left, boolean hidden) {
    long learner = kernel.learner(name);
    kernel.members.join(group.id(), learner, kernel.clock.instant());
    if (left) {
      kernel.members.leave(group.id(), learner, kernel.clock.instant());
    }
    kernel.learners.setOnBoard(learner, !hidden);
    kernel.execute("DELETE FROM board_tally WHERE learner_id = " + learner);
    kernel.execute(
        "INSERT INTO board_tally (group_id, period, domain, learner_id, points, correct, answered)"
            + " VALUES (%d, 'all', '', %d, %d, 1, 2)".formatted(group.id(), learner, points));
    return new Entry(learner, points, left, hidden);
  }

  private long add(String name, long points) {
    return add(name, points, false, false).learner();
  }

  private List<BoardRow> rows(int offset, int most) {
    return kernel.boards.rows(board, offset, most);
  }

  private Standing standing(long learner) {
    return kernel.boards.standing(board, learner).orElseThrow();
  }

  @Test
  void tiesShareARank() {
    long amira = add("amira", 50);
    long ben = add("ben", 30);
    long cem = add("cem", 30);
    long dora = add("dora", 10);

    assertThat(rows(0, 10)).extracting(BoardRow::rank).containsExactly(1, 2, 2, 4);
    assertThat(rows(0, 10)).extracting(BoardRow::learner).containsExactly(amira, ben, cem, dora);
    assertThat(rows(2, 2)).extracting(BoardRow::rank).containsExactly(2, 4);
    assertThat(standing(ben).tied()).isEqualTo(1);
    assertThat(standing(ben).ahead().orElseThrow().learner()).isEqualTo(amira);
    assertThat(standing(ben).behind().orElseThrow().learner()).isEqualTo(dora);
  }

  @Test
  void rankFortyKnowsItsNeighbours() {
    List<Long> learners =
        LongStream.rangeClosed(1, 60).map(at -> add("p" + at, 1000 - 10 * at)).boxed().toList();

    Standing standing = standing(learners.get(39));

    Accuracy half = new Accuracy(1, 2);
    assertThat(standing.row()).isEqualTo(new BoardRow(40, learners.get(39), 600, half));
    assertThat(standing.ahead()).contains(new BoardRow(39, learners.get(38), 610, half));
    assertThat(standing.behind()).contains(new BoardRow(41, learners.get(40), 590, half));
    assertThat(standing.tied()).isZero();
  }

  @Test
  void whoIsOffTheBoardOrHasLeftMovesNobodyAndSeesTheirOwnRank() {
    long amira = add("amira", 50);
    long hidden = add("ben", 40, false, true).learner();
    long left = add("cem", 40, true, false).learner();
    long dora = add("dora", 10);

    assertThat(rows(0, 10)).extracting(BoardRow::learner).containsExactly(amira, dora);
    assertThat(rows(0, 10)).extracting(BoardRow::rank).containsExactly(1, 2);
    assertThat(kernel.boards.size(board)).isEqualTo(2);
    for (long off : List.of(hidden, left)) {
      assertThat(standing(off).row().rank()).isEqualTo(2);
      assertThat(standing(off).tied()).isZero();
    }
    assertThat(standing(dora).ahead().orElseThrow().learner()).isEqualTo(amira);
  }

  @Test
  void whoHasNotAnsweredIsOnNoBoard() {
    kernel.members.join(group.id(), kernel.learner("amira"), kernel.clock.instant());

    assertThat(rows(0, 10)).isEmpty();
    assertThat(kernel.boards.size(board)).isZero();
    assertThat(kernel.boards.standing(board, kernel.learner("amira"))).isEmpty();
  }

  @Test
  void whoAnsweredOnlyWrongIsOnTheBoardWithNothing() {
    DropQuestion question = kernel.asks(group, "q", "data", Difficulty.HARD);
    long amira = kernel.learner("amira");
    kernel.answers(amira, question, false);

    assertThat(rows(0, 10)).containsExactly(new BoardRow(1, amira, 0, new Accuracy(0, 1)));
    assertThat(kernel.boards.rows(new Boards.Key(group.id(), ALL, Optional.of("data")), 0, 10))
        .hasSize(1);
    assertThat(kernel.boards.rows(new Boards.Key(group.id(), ALL, Optional.of("modeling")), 0, 10))
        .isEmpty();
  }

  @Test
  void anyBoardIsThatOfAPlainCount() {
    for (int seed = 0; seed < ROUNDS; seed++) {
      Random random = new Random(seed);
      List<Entry> entries = new ArrayList<>();
      for (int at = 0; at <= 4 * seed; at++) {
        entries.add(
            add(
                "p" + at,
                5L * random.nextInt(1 + 2 * seed),
                random.nextInt(6) == 0,
                random.nextInt(6) == 0));
      }
      comparePages(entries);
      entries.forEach(entry -> compareStanding(entries, entry));
    }
  }

  private static int rank(List<Entry> entries, long points) {
    return 1 + (int) entries.stream().filter(e -> e.isOnBoard() && e.points() > points).count();
  }

  private void comparePages(List<Entry> entries) {
    List<BoardRow> expected =
        entries.stream()
            .filter(Entry::isOnBoard)
            .sorted(Comparator.comparing(Entry::points).reversed().thenComparing(Entry::learner))
            .map(e -> row(entries, e))
            .toList();
    assertThat(kernel.boards.size(board)).isEqualTo(expected.size());
    for (int offset = 0; offset <= expected.size(); offset++) {
      int end = Math.min(offset + 7, expected.size());
      assertThat(rows(offset, 7)).isEqualTo(expected.subList(offset, end));
    }
  }

  private static BoardRow row(List<Entry> entries, Entry entry) {
    return new BoardRow(
        rank(entries, entry.points()), entry.learner(), entry.points(), new Accuracy(1, 2));
  }

  private void compareStanding(List<Entry> entries, Entry own) {
    Standing standing = standing(own.learner());
    List<Entry> others =
        entries.stream().filter(e -> e.isOnBoard() && e.learner() != own.learner()).toList();
    Comparator<Entry> byPoints = Comparator.comparing(Entry::points);

    assertThat(standing.row()).isEqualTo(row(entries, own));
    assertThat(standing.ahead().map(BoardRow::points))
        .isEqualTo(
            others.stream()
                .filter(e -> e.points() > own.points())
                .min(byPoints)
                .map(Entry::points));
    assertThat(standing.behind().map(BoardRow::points))
        .isEqualTo(
            others.stream()
                .filter(e -> e.points() < own.points())
                .max(byPoints)
                .map(Entry::points));
    assertThat(standing.ahead().stream().allMatch(r -> r.rank() == rank(entries, r.points())))
        .isTrue();
    assertThat(standing.behind().stream().allMatch(r -> r.rank() == rank(entries, r.points())))
        .isTrue();
    assertThat(standing.tied())
        .isEqualTo((int) others.stream().filter(e -> e.points() == own.points()).count());
  }
}
