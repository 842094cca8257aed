package studycoach.pack.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Why {@link NearDuplicates#LIMIT} lies where it does. */
class LikenessTest {
  private static final List<String> STEMS =
      List.of(
          "A railway predicts bearing failures. The validation set holds 10,000 bearings, of which 200"
              + " failed. A missed failure costs EUR 4,000 and a false alarm EUR 100. Four thresholds"
              + " were tried. Which of them should the railway use?",
          "An operator of wind farms detects gearbox faults from audio. The data holds 500 clips from"
              + " each of 200 turbines, and a random split by clip gave an F1 score of 0.97. How should"
              + " the data be split?",
          "A lender trains an Amazon SageMaker AI XGBoost model. It reaches an AUC of 0.99 on the"
              + " training set and 0.80 on the validation set. Which three changes are likely to narrow"
              + " the gap? Choose THREE.",
          "Web servers emit click events as JSON. Analysts will query them with Amazon Athena as"
              + " Parquet objects in Amazon S3, and a delay of several minutes is fine. Which solution"
              + " needs the least work?",
          "A bank runs Amazon SageMaker AI training jobs in private subnets of a VPC that has no NAT"
              + " gateway. The jobs can't reach their data in Amazon S3. Which two steps are needed?"
              + " Choose TWO.",
          "A grid operator keeps readings in Amazon S3 as uncompressed CSV, all in one folder. Queries"
              + " in Amazon Athena read five columns of one week, yet scan the whole table. Which two"
              + " changes cut the data scanned? Choose TWO.");

  private static List<Double> likenesses(String stem) {
    List<String> all = Stream.concat(STEMS.stream(), Stream.of(stem)).toList();
    Likeness likeness = new Likeness(all);
    return IntStream.range(0, STEMS.size()).mapToObj(at -> likeness.of(at, STEMS.size())).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // Another industry and other numbers.
        "An airline predicts engine failures. The validation set holds 8,000 engines, of which 90"
            + " failed. A missed failure costs EUR 9,000 and a false alarm EUR 300. Five thresholds"
            + " were tried. Which of them should the airline use?",
        // Another order.
        "Four thresholds were tried for a model that predicts bearing failures of a railway. Of"
            + " 10,000 bearings in the validation set 200 failed. A false alarm costs EUR 100, a missed"
            + " failure EUR 4,000. Which of the thresholds should be used?",
        // Retold.
        "In a railway's validation set, 200 of 10,000 bearings failed. The cost of a missed failure is"
            + " EUR 4,000 and that of a false alarm EUR 100. Which of the four thresholds should it"
            + " choose?"
      })
  void rewritingAStemLeavesItAlike(String rewritten) {
    assertThat(likenesses(rewritten).get(0)).isGreaterThan(NearDuplicates.LIMIT + 0.05);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A railway predicts bearing failures from vibration. A bearing fails after years of use, so"
            + " there are few failures to learn from. Which way of collecting data should it choose?",
        "A lender trains an Amazon SageMaker AI XGBoost model on 4 TB of CSV. The training job runs out"
            + " of memory on one instance. Which two changes let the job finish? Choose TWO.",
        "A bank runs Amazon SageMaker AI endpoints in private subnets. Traffic doubles at noon. Which"
            + " two steps are needed to keep latency low? Choose TWO.",
        "Analysts query click events in Amazon S3 with Amazon Athena. Two teams may see some columns"
            + " alone. Which solution needs the least work?"
      })
  void anotherDecisionOnTheSameSubjectIsNotAlike(String other) {
    assertThat(likenesses(other)).allMatch(likeness -> likeness < NearDuplicates.LIMIT - 0.05);
  }

  @Test
  void goesFromZeroToOne() {
    Likeness likeness = new Likeness(List.of("one two", "Two, one!", "three", "!"));

    assertThat(likeness.of(0, 1)).isEqualTo(1, within(1e-9));
    assertThat(likeness.of(0, 2)).isZero();
    assertThat(likeness.of(0, 3)).isZero();
  }
}
