package studycoach.study.practice;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import studycoach.pack.Question;
import studycoach.study.progress.Answered;

/** Whose turn it is among questions to practise. */
public final class Turn {
  private Turn() {}

  /**
   * One never answered, else one whose latest answer was wrong, else the one answered the longest
   * ago; at random among equals. It neither gives the one before away nor the reverse, unless
   * nothing else is left.
   *
   * @param candidates in any order: the same random picks the same question whatever the order
   * @param answers of the learner, in any order
   * @param before the question that was asked last
   */
  public static Optional<Question> next(
      List<Question> candidates, List<Answered> answers, Optional<Question> before, Random random) {
    List<Question> order = new ArrayList<>(candidates);
    order.sort(Comparator.comparing(Question::id));
    Collections.shuffle(order, random);
    Map<String, Instant> ranks = ranks(answers);
    order.sort(Comparator.comparing(question -> ranks.getOrDefault(question.id(), Instant.MIN)));
    return order.stream()
        .filter(question -> before.filter(question::isEnemyOf).isEmpty())
        .findFirst()
        .or(() -> order.stream().findFirst());
  }

  /** Moments that tell whose turn is earlier. */
  private static Map<String, Instant> ranks(List<Answered> answers) {
    Map<String, Instant> ranks = new HashMap<>();
    answers.stream()
        .sorted(Comparator.comparing(Answered::at))
        .forEach(
            answer -> ranks.put(answer.question(), answer.correct() ? answer.at() : Instant.EPOCH));
    return ranks;
  }
}
