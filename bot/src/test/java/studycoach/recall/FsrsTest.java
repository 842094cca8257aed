package studycoach.recall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;
import static studycoach.recall.Grade.AGAIN;
import static studycoach.recall.Grade.EASY;
import static studycoach.recall.Grade.GOOD;
import static studycoach.recall.Grade.HARD;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;
import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class FsrsTest {
  private static final Offset<Double> EXACT = within(1e-6);
  // These values were published by an implementation that counts in 32 bits.
  private static final Percentage MILLIONTH = withinPercentage(1e-4);
  private static final double TEN_MINUTES = 10.0 / (24 * 60);
  private static final double[] WITHOUT_SAME_DAY = {
    0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835,
    0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0, 0, 0, 0.1542
  };
  private final Fsrs fsrs = new Fsrs();

  @Test
  void firstAnswersLeaveTheMemoryThatIsPublished() {
    assertThat(List.of(Grade.values()))
        .map(grade -> fsrs.first(grade).stability())
        .containsExactly(0.212, 1.2931, 2.3065, 8.2956);
    assertThat(fsrs.first(AGAIN).difficulty()).isEqualTo(6.4133, EXACT);
    assertThat(fsrs.first(HARD).difficulty()).isEqualTo(5.1121707, EXACT);
    assertThat(fsrs.first(GOOD).difficulty()).isEqualTo(2.118104, EXACT);
    assertThat(fsrs.first(EASY).difficulty()).isEqualTo(1);
  }

  @Test
  void theMemoryAfterSixAnswersIsTheOneOfOtherImplementations() {
    Memory memory = againAndFiveTimesGood(fsrs);
    assertThat(memory.stability()).isCloseTo(53.62691, MILLIONTH);
    assertThat(memory.difficulty()).isEqualTo(6.3574867, EXACT);
    assertThat(againAndFiveTimesGood(new Fsrs(WITHOUT_SAME_DAY)).stability())
        .isCloseTo(53.335106, MILLIONTH);
  }

  private static Memory againAndFiveTimesGood(Fsrs fsrs) {
    Memory memory = fsrs.first(AGAIN);
    for (int days : new int[] {0, 1, 3, 8, 21}) {
      memory = fsrs.next(memory, days, GOOD);
    }
    return memory;
  }

  @Test
  void intervalsAreThoseOfOtherImplementations() {
    List<Integer> intervals = new ArrayList<>(List.of(0));
    Memory memory = fsrs.next(fsrs.first(GOOD), TEN_MINUTES, GOOD);
    for (int answer = 0; answer < 4; answer++) {
      intervals.add(fsrs.interval(memory.stability(), 0.9));
      memory = fsrs.next(memory, intervals.get(intervals.size() - 1), GOOD);
    }
    intervals.add(fsrs.interval(memory.stability(), 0.9));
    memory = fsrs.next(memory, intervals.get(intervals.size() - 1), AGAIN);
    memory = fsrs.next(memory, TEN_MINUTES, AGAIN);
    intervals.addAll(List.of(0, 0));
    memory = fsrs.next(memory, TEN_MINUTES, GOOD);
    for (int answer = 0; answer < 4; answer++) {
      intervals.add(fsrs.interval(memory.stability(), 0.9));
      memory = fsrs.next(memory, intervals.get(intervals.size() - 1), GOOD);
    }
    intervals.add(fsrs.interval(memory.stability(), 0.9));
    assertThat(intervals).containsExactly(0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21);
  }

  @Test
  void whatCanNotBeIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Fsrs(1, 2, 3));
    double[] endless = WITHOUT_SAME_DAY.clone();
    endless[9] = Double.NaN;
    assertThatIllegalArgumentException().isThrownBy(() -> new Fsrs(endless));
    double[] still = WITHOUT_SAME_DAY.clone();
    still[20] = 0;
    assertThatIllegalArgumentException().isThrownBy(() -> new Fsrs(still));
    assertThatIllegalArgumentException().isThrownBy(() -> fsrs.interval(1, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> fsrs.next(fsrs.first(GOOD), -1, GOOD));
    assertThatIllegalArgumentException().isThrownBy(() -> new Memory(0, 5));
    assertThatIllegalArgumentException().isThrownBy(() -> new Memory(1, Double.NaN));
  }

  private record Answer(double days, Grade grade) {}

  @Provide
  static Arbitrary<Answer> answers() {
    Arbitrary<Double> days =
        Arbitraries.oneOf(Arbitraries.just(0.0), Arbitraries.doubles().between(0, 40_000));
    return Combinators.combine(days, Arbitraries.of(Grade.class)).as(Answer::new);
  }

  @Property
  void memoryStaysInItsRangeWhateverIsAnswered(
      @ForAll Grade first, @ForAll @Size(max = 60) List<@From("answers") Answer> answers) {
    Memory memory = fsrs.first(first);
    for (var answer : answers) {
      memory = fsrs.next(memory, answer.days(), answer.grade());
    }
    assertThat(memory.stability()).isBetween(0.001, 36_500.0);
    assertThat(memory.difficulty()).isBetween(1.0, 10.0);
  }

  @Property
  void recallFallsWithTimeAndStartsFromOne(
      @ForAll @Scale(3) @DoubleRange(min = 0.001, max = 36_500) double stability,
      @ForAll @DoubleRange(min = 0, max = 36_500) double days,
      @ForAll @DoubleRange(min = 0.01, max = 1_000) double more) {
    double recall = fsrs.retrievability(days, stability);
    assertThat(recall).isGreaterThan(0).isLessThanOrEqualTo(1);
    assertThat(fsrs.retrievability(days + more, stability)).isLessThan(recall);
    assertThat(fsrs.retrievability(0, stability)).isEqualTo(1);
    assertThat(fsrs.retrievability(stability, stability)).isEqualTo(0.9, EXACT);
  }

  @Property
  void whoWantsToKnowLessWaitsLonger(
      @ForAll @Scale(3) @DoubleRange(min = 0.001, max = 36_500) double stability,
      @ForAll @DoubleRange(min = 0.5, max = 1) double one,
      @ForAll @DoubleRange(min = 0.5, max = 1) double other) {
    assertThat(fsrs.interval(stability, Math.min(one, other)))
        .isGreaterThanOrEqualTo(fsrs.interval(stability, Math.max(one, other)))
        .isBetween(1, 36_500);
  }

  @Property
  void aBetterGradeNeverLeavesLess(
      @ForAll @Scale(3) @DoubleRange(min = 0.001, max = 36_500) double stability,
      @ForAll @DoubleRange(min = 1, max = 10) double difficulty,
      @ForAll @DoubleRange(min = 0, max = 3_650) double days) {
    Memory memory = new Memory(stability, difficulty);
    Memory worse = fsrs.next(memory, days, AGAIN);
    for (Grade grade : List.of(HARD, GOOD, EASY)) {
      Memory better = fsrs.next(memory, days, grade);
      assertThat(better.stability()).isGreaterThanOrEqualTo(worse.stability());
      assertThat(better.difficulty()).isLessThanOrEqualTo(worse.difficulty());
      assertThat(better.stability()).isGreaterThanOrEqualTo(stability);
      worse = better;
    }
  }

  @Property
  void waitingLongerForARightAnswerHelpsMore(
      @ForAll @DoubleRange(min = 0.01, max = 3_000) double stability,
      @ForAll @DoubleRange(min = 1, max = 10) double difficulty,
      @ForAll @DoubleRange(min = 1, max = 3_650) double days) {
    Memory memory = new Memory(stability, difficulty);
    assertThat(fsrs.next(memory, days + 1, GOOD).stability())
        .isGreaterThanOrEqualTo(fsrs.next(memory, days, GOOD).stability());
  }
}
