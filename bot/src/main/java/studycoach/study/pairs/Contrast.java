package studycoach.study.pairs;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import studycoach.pack.Body;
import studycoach.pack.Question;

/** A question that asks the opposite of another: there, what was wrongly chosen here is right. */
public final class Contrast {
  private Contrast() {}

  /**
   * The first contrast to what was confused, other than its own question and what gives one of the
   * two away.
   *
   * @param names of the exam
   */
  public static Optional<Question> to(
      Confusion confusion, Collection<Question> candidates, OptionNames names) {
    Question own = confusion.question();
    return candidates.stream()
        .filter(question -> !question.id().equals(own.id()) && !question.isEnemyOf(own))
        .filter(question -> possible(question).anyMatch(other -> names.isReverse(confusion, other)))
        .findFirst();
  }

  /** All that can be confused in a question. */
  private static Stream<Confusion> possible(Question question) {
    if (!(question.body() instanceof Body.Choices choices)) {
      return Stream.empty();
    }
    List<Integer> keys = choices.keys();
    return Stream.iterate(0, position -> position < choices.size(), position -> position + 1)
        .filter(position -> !keys.contains(position))
        .flatMap(wrong -> keys.stream().map(right -> new Confusion(question, wrong, right)));
  }
}
