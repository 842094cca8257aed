package studycoach.study.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import studycoach.chat.UserError;
import studycoach.study.DropQuestion;
import studycoach.study.Group;
import studycoach.testing.TestDatabase;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class SeasonsTest {
  private static final Period FIRST = new Period.OfSeason(1);
  private static final Period SECOND = new Period.OfSeason(2);
  private static final Duration WEEK = Duration.ofDays(7);

  private final Kernel kernel;
  private final Group group;
  private final long amira;
  private final Instant start;

  SeasonsTest(TestDatabase kind) {
    kernel = new Kernel(kind);
    group = kernel.group("general");
    amira = kernel.learner("amira");
    start = kernel.clock.instant();
  }

  @AfterEach
  void close() {
    assertThat(kernel.tallies.differences()).isEmpty();
    kernel.close();
  }

  private Instant later(int weeks) {
    return start.plus(WEEK.multipliedBy(weeks));
  }

  private void answersIn(int weeks, String question) {
    kernel.clock.set(later(weeks));
    kernel.answers(amira, kernel.asks(group, question), true);
  }

  private long score(Period period) {
    return kernel.score(group, period, amira);
  }

  @Test
  void aGroupStartsWithASeasonThatLastsUntilItIsReset() {
    assertThat(kernel.seasons.of(group.id()))
        .containsExactly(new Season(1, start, Optional.empty()));
  }

  @Test
  void aResetStartsFromNothingAndTheOldSeasonStays() {
    answersIn(0, "a");
    kernel.clock.set(later(1));

    Season second = kernel.seasons.reset(group.id());

    assertThat(second).isEqualTo(new Season(2, later(1), Optional.empty()));
    assertThat(kernel.seasons.of(group.id()))
        .containsExactly(new Season(1, start, Optional.of(later(1))), second);
    answersIn(2, "b");
    assertThat(score(FIRST)).isEqualTo(15);
    assertThat(score(SECOND)).isEqualTo(15);
    assertThat(score(new Period.All())).isEqualTo(30);
  }

  @Test
  void anAnswerAfterTheResetCountsForTheSeasonInWhichItsDropOpened() {
    DropQuestion before = kernel.asks(group, "a");
    kernel.clock.advance(Duration.ofHours(1));
    kernel.seasons.reset(group.id());
    DropQuestion after = kernel.asks(group, "b");

    kernel.answers(amira, before, true);
    assertThat(score(SECOND)).isZero();
    kernel.answers(amira, after, true);

    assertThat(score(FIRST)).isEqualTo(15);
    assertThat(score(SECOND)).isEqualTo(15);
  }

  @Test
  void aSeasonWithoutDropsIsNotReset() {
    kernel.clock.advance(WEEK);
    assertThat(kernel.seasons.reset(group.id()).number()).isEqualTo(1);

    answersIn(1, "a");
    kernel.clock.set(later(2));
    assertThat(kernel.seasons.reset(group.id()).number()).isEqualTo(2);
    assertThat(kernel.seasons.reset(group.id()).number()).isEqualTo(2);
    assertThat(kernel.seasons.of(group.id())).hasSize(2);
  }

  @Test
  void twoResetsMakeThreeSeasons() {
    answersIn(0, "a");
    kernel.clock.set(later(1));
    kernel.seasons.reset(group.id());
    answersIn(1, "b");
    answersIn(2, "c");
    kernel.clock.set(later(3));
    kernel.seasons.reset(group.id());
    answersIn(4, "d");

    assertThat(score(FIRST)).isEqualTo(15);
    assertThat(score(SECOND)).isEqualTo(30);
    assertThat(score(new Period.OfSeason(3))).isEqualTo(15);
  }

  @Test
  void aPlannedSeasonTakesOverWhenItBegins() {
    Season planned = kernel.seasons.plan(group.id(), later(2), later(4));

    assertThat(planned).isEqualTo(new Season(2, later(2), Optional.of(later(4))));
    assertThat(kernel.seasons.current(group.id()).number()).isEqualTo(1);
    answersIn(1, "a");
    answersIn(2, "b");
    assertThat(kernel.seasons.current(group.id())).isEqualTo(planned);
    answersIn(4, "c");
    assertThat(score(FIRST)).isEqualTo(15);
    assertThat(score(SECOND)).isEqualTo(15);
    assertThat(score(new Period.All())).isEqualTo(45);
    assertThat(kernel.seasons.current(group.id())).isEqualTo(planned);
    assertThat(kernel.seasons.reset(group.id()))
        .isEqualTo(new Season(3, later(4), Optional.empty()));
  }

  @Test
  void aSeasonMayBeSaidToHaveBegunEarlier() {
    answersIn(0, "a");
    answersIn(1, "b");
    kernel.clock.set(later(2));

    kernel.seasons.plan(group.id(), later(1), later(5));

    assertThat(score(FIRST)).isEqualTo(15);
    assertThat(score(SECOND)).isEqualTo(15);
  }

  @Test
  void aSeasonThatLiesAheadIsGivenOtherDates() {
    kernel.seasons.plan(group.id(), later(2), later(4));

    Season again = kernel.seasons.plan(group.id(), later(1), later(3));

    assertThat(kernel.seasons.of(group.id()))
        .containsExactly(new Season(1, start, Optional.of(later(1))), again);
    assertThat(again.number()).isEqualTo(2);
  }

  @Test
  void theFirstSeasonIsGivenOtherDatesToo() {
    answersIn(0, "a");
    answersIn(1, "b");

    Season said = kernel.seasons.plan(group.id(), start, later(3));

    assertThat(kernel.seasons.of(group.id())).containsExactly(said);
    assertThat(score(FIRST)).isEqualTo(30);
  }

  @Test
  void aResetTakesThePlaceOfWhatWasPlanned() {
    answersIn(0, "a");
    kernel.seasons.plan(group.id(), later(2), later(4));
    kernel.clock.set(later(1));

    kernel.seasons.reset(group.id());

    assertThat(kernel.seasons.of(group.id()))
        .containsExactly(
            new Season(1, start, Optional.of(later(1))), new Season(2, later(1), Optional.empty()));
  }

  @Test
  void aSeasonThatIsOverStaysAsItIs() {
    answersIn(0, "a");
    kernel.clock.set(later(2));
    kernel.seasons.reset(group.id());

    assertThatThrownBy(() -> kernel.seasons.plan(group.id(), later(1), later(4)))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("Season 1");
    assertThat(kernel.seasons.of(group.id())).hasSize(2);
    assertThat(score(FIRST)).isEqualTo(15);
    assertThat(kernel.seasons.plan(group.id(), later(2), later(4)).number()).isEqualTo(2);
  }

  @Test
  void aSeasonIsNotOverBeforeItBegins() {
    kernel.clock.set(later(2));

    assertThatThrownBy(() -> kernel.seasons.plan(group.id(), start, later(1)))
        .isInstanceOf(UserError.class);
    assertThatThrownBy(() -> kernel.seasons.plan(group.id(), later(4), later(3)))
        .isInstanceOf(UserError.class);
    assertThat(kernel.seasons.of(group.id())).hasSize(1);
  }
}
