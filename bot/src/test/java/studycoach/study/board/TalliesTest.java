package studycoach.study.board;

import static org.assertj.core.api.Assertions.assertThat;
import static studycoach.testing.AtOnce.atOnce;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import studycoach.pack.Difficulty;
import studycoach.study.Answers.Outcome;
import studycoach.study.DropQuestion;
import studycoach.study.Group;
import studycoach.testing.TestDatabase;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class TalliesTest {
  private static final Period ALL = new Period.All();
  private static final int AT_ONCE = 6;
  private static final int ROUNDS = 10;

  private final Kernel kernel;
  private final Group group;
  private final long amira;
  private final long ben;

  TalliesTest(TestDatabase kind) {
    kernel = new Kernel(kind);
    group = kernel.group("general");
    amira = kernel.learner("amira");
    ben = kernel.learner("ben");
  }

  @AfterEach
  void close() {
    kernel.close();
  }

  private void noDifferences() {
    assertThat(kernel.tallies.differences()).isEmpty();
  }

  @Test
  void aRightAnswerIsWorthItsDifficultyAndAWrongOneNothing() {
    kernel.answers(amira, kernel.asks(group, "a", "data", Difficulty.EASY), true);
    assertThat(kernel.score(group, ALL, amira)).isEqualTo(10);
    kernel.answers(amira, kernel.asks(group, "b", "data", Difficulty.MEDIUM), true);
    assertThat(kernel.score(group, ALL, amira)).isEqualTo(25);
    kernel.answers(amira, kernel.asks(group, "c", "data", Difficulty.HARD), true);
    assertThat(kernel.score(group, ALL, amira)).isEqualTo(45);
    kernel.answers(amira, kernel.asks(group, "d", "data", Difficulty.HARD), false);
    assertThat(kernel.score(group, ALL, amira)).isEqualTo(45);
    noDifferences();
  }

  @Test
  void aQuestionGivesPointsOnceWhenItIsFirstRight() {
    DropQuestion first = kernel.asks(group, "a");
    DropQuestion second = kernel.asks(group, "a");
    DropQuestion third = kernel.asks(group, "a");

    kernel.answers(amira, first, false);
    assertThat(kernel.score(group, ALL, amira)).isZero();
    kernel.answers(amira, second, true);
    assertThat(kernel.score(group, ALL, amira)).isEqualTo(15);
    kernel.answers(amira, third, true);
    assertThat(kernel.score(group, ALL, amira)).isEqualTo(15);

    assertThat(kernel.points.forAnswer(amira, second.id())).contains(15L);
    assertThat(kernel.points.forAnswer(amira, third.id())).isEmpty();
    assertThat(kernel.points.of(group.id(), amira, 0, 10)).hasSize(1);
    noDifferences();
  }

  @Test
  void sealedAnswersCountWhenTheyAreUnsealedAndOnlyTheLastChoice() {
    DropQuestion question = kernel.asks(group, "a");
    kernel.seals(amira, question, false);
    kernel.seals(amira, question, true);
    kernel.seals(ben, question, true);
    kernel.seals(ben, question, false);
    assertThat(kernel.score(group, ALL, amira)).isZero();

    kernel.reveals(question);

    assertThat(kernel.score(group, ALL, amira)).isEqualTo(15);
    assertThat(kernel.score(group, ALL, ben)).isZero();
    noDifferences();
  }

  @Test
  void whoLeftBeforeTheRevealIsCountedAndComesBackToTheirPoints() {
    DropQuestion question = kernel.asks(group, "a");
    kernel.seals(amira, question, true);
    kernel.members.leave(group.id(), amira, kernel.clock.instant());

    kernel.reveals(question);

    assertThat(kernel.boards.size(new Boards.Key(group.id(), ALL, Optional.empty()))).isZero();
    assertThat(kernel.score(group, ALL, amira)).isEqualTo(15);
    noDifferences();
  }

  @Test
  void answersOfManyToManyQuestionsAtOnceAreAllCounted() throws Exception {
    List<DropQuestion> questions =
        IntStream.range(0, 4).mapToObj(at -> kernel.asks(group, "q" + at)).toList();
    List<Callable<Outcome>> works = new ArrayList<>();
    for (long learner : List.of(amira, ben)) {
      questions.forEach(question -> works.add(() -> kernel.answers(learner, question, true)));
    }

    assertThat(atOnce(works)).containsOnly(Outcome.ACCEPTED);

    assertThat(kernel.score(group, ALL, amira)).isEqualTo(60);
    assertThat(kernel.score(group, ALL, ben)).isEqualTo(60);
    noDifferences();
  }

  @Test
  void theSameQuestionInTwoGroupsAtOnceGivesPointsOnce() throws Exception {
    Group other = kernel.group("other");
    for (int round = 0; round < ROUNDS; round++) {
      DropQuestion here = kernel.asks(group, "q" + round);
      DropQuestion there = kernel.asks(other, "q" + round);

      assertThat(
              atOnce(
                  List.of(
                      () -> kernel.answers(amira, here, true),
                      () -> kernel.answers(amira, there, true))))
          .containsOnly(Outcome.ACCEPTED);
    }

    assertThat(kernel.score(group, ALL, amira) + kernel.score(other, ALL, amira))
        .isEqualTo(15 * ROUNDS);
    noDifferences();
  }

  @Test
  void answersRevealsAndNewDropsGoOnWhileWeeksAndSeasonsChange() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      kernel.clock.advance(Duration.ofDays(3));
      DropQuestion open = kernel.asks(group, "a" + round);
      DropQuestion sealed = kernel.asks(group, "b" + round);
      kernel.seals(ben, sealed, true);
      String next = "c" + round;
      DayOfWeek week = DayOfWeek.of(1 + round % 7);
      List<Callable<Object>> works = new ArrayList<>();
      for (int at = 0; at < AT_ONCE; at++) {
        long learner = kernel.learner("p" + at);
        works.add(() -> kernel.answers(learner, open, true));
      }
      works.add(() -> weekBegins(week));
      works.add(() -> kernel.seasons.reset(group.id()));
      works.add(() -> reveals(sealed));
      works.add(() -> kernel.asks(group, next));

      atOnce(works);
      noDifferences();
      placedAsRebuilt();
    }
    assertThat(kernel.score(group, ALL, kernel.learner("p0"))).isEqualTo(15 * ROUNDS);
    assertThat(kernel.score(group, ALL, ben)).isEqualTo(15 * ROUNDS);
  }

  private boolean weekBegins(DayOfWeek week) {
    kernel.weekBegins(group, week);
    return true;
  }

  private boolean reveals(DropQuestion question) {
    kernel.reveals(question);
    return true;
  }

  /** Each drop counts for the periods of the week and the seasons that are set now. */
  private void placedAsRebuilt() {
    List<String> kept = periods();
    kernel.tallies.rebuild(group.id());
    assertThat(kept).isEqualTo(periods());
  }

  private List<String> periods() {
    return kernel
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery("SELECT drop_id, period FROM drop_period ORDER BY drop_id, period")
                    .map((row, context) -> row.getLong("drop_id") + " " + row.getString("period"))
                    .list());
  }

  @Test
  void everyDamageIsFound() {
    kernel.answers(amira, kernel.asks(group, "a"), true);
    kernel.answers(ben, kernel.asks(group, "b"), false);
    String all = " WHERE period = 'all' AND domain = '' AND learner_id = ";
    long wrong = id("SELECT id FROM attempt WHERE learner_id = " + ben);

    for (String damage :
        List.of(
            "UPDATE board_tally SET points = points + 1" + all + amira,
            "UPDATE board_tally SET correct = correct - 1" + all + amira,
            "UPDATE board_tally SET answered = answered + 1" + all + ben,
            "DELETE FROM board_tally" + all + ben,
            "INSERT INTO board_tally SELECT group_id, period, 'other', learner_id, points, correct,"
                + " answered FROM board_tally"
                + all
                + amira,
            "INSERT INTO board_tally SELECT group_id, period, 'other', learner_id, 0, 0, 0"
                + " FROM board_tally"
                + all
                + amira,
            "DELETE FROM point_grant",
            "UPDATE point_grant SET points = 2 * points",
            "UPDATE point_grant SET rule = 2",
            "INSERT INTO point_grant (learner_id, question_id, attempt_id, points, rule)"
                + " VALUES (%d, 'b', %d, 15, 1)".formatted(ben, wrong))) {
      assertThat(differencesAfter(damage)).as(damage).isNotEmpty();
      noDifferences();
    }
  }

  private long id(String sql) {
    return kernel.jdbi().withHandle(h -> h.createQuery(sql).mapTo(Long.class).one());
  }

  /** What is found while the damage is there; it is undone. */
  private List<String> differencesAfter(String damage) {
    return kernel
        .jdbi()
        .inTransaction(
            handle -> {
              assertThat(handle.execute(damage)).isEqualTo(1);
              List<String> found = kernel.tallies.differences();
              handle.rollback();
              return found;
            });
  }
}
