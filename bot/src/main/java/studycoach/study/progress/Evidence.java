package studycoach.study.progress;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import studycoach.study.draw.Accuracy;

/**
 * What is known of how a learner does in a part of an exam.
 *
 * @param all since their first answer
 * @param weeks the last four times seven days, the latest of which ends now; the earliest first
 */
public record Evidence(Accuracy all, List<Accuracy> weeks) {
  private static final int WEEKS = 4;
  static final int ENOUGH = 5;

  public Evidence {
    weeks = List.copyOf(weeks);
    if (weeks.size() != WEEKS) {
      throw new IllegalArgumentException("weeks " + weeks);
    }
  }

  static Evidence of(List<Answered> answers, Instant now) {
    return new Evidence(
        accuracy(answers, answer -> true),
        IntStream.iterate(WEEKS - 1, ago -> ago >= 0, ago -> ago - 1)
            .mapToObj(ago -> accuracy(answers, answer -> weeksAgo(answer, now) == ago))
            .toList());
  }

  /** Whole weeks since an answer, e.g. 1 when it was given just seven days ago. */
  private static long weeksAgo(Answered answer, Instant now) {
    return Duration.between(answer.at(), now).toDays() / 7;
  }

  private static Accuracy accuracy(List<Answered> answers, Predicate<Answered> which) {
    List<Answered> meant = answers.stream().filter(which).toList();
    return new Accuracy(meant.stream().filter(Answered::correct).count(), meant.size());
  }

  /** Whether there are answers enough, five, to speak of a share. */
  public boolean isEnough() {
    return all.answered() >= ENOUGH;
  }

  /** The last two weeks compared with the two before; empty if they have too few answers. */
  public Optional<Trend> trend() {
    return Trend.between(weeks.get(0).plus(weeks.get(1)), weeks.get(2).plus(weeks.get(3)));
  }
}
