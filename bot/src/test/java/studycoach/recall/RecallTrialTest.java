package studycoach.recall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A short form of {@link RecallTrial}. */
class RecallTrialTest {
  private static final int LEARNERS = 12;

  static Stream<Forgetting.Law> laws() {
    return Stream.of(Forgetting.Traces::new, Forgetting.HalfLife::new);
  }

  @ParameterizedTest
  @MethodSource("laws")
  void moreIsRecalledOnExamDayThanAfterFixedIntervalsOrRandomPractice(Forgetting.Law law) {
    double coach = 0;
    double fixed = 0;
    double random = 0;
    for (long seed : LongStream.range(0, LEARNERS).toArray()) {
      Course coached = Course.of(law, seed, Practice.COACH, 10);
      coach += coached.recalled() / LEARNERS;
      fixed += Course.like(coached, law, seed, Practice.FIXED).recalled() / LEARNERS;
      random += Course.like(coached, law, seed, Practice.RANDOM).recalled() / LEARNERS;
    }
    assertThat(coach).isGreaterThan(fixed + 0.01).isGreaterThan(random + 0.04);
  }
}
