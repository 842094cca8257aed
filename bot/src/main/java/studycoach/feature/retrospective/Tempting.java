package studycoach.feature.retrospective;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import studycoach.pack.Body;
import studycoach.study.Attempt;

/**
 * A wrong option that people took for right.
 *
 * @param wrong its text
 * @param right the texts of the right ones
 * @param chosen by how many
 * @param answered how many answered the question
 */
record Tempting(String wrong, List<String> right, int chosen, int answered) {
  /** What only one person chose stays theirs. */
  private static final int FEWEST = 2;

  static final Comparator<Tempting> LEAST =
      Comparator.comparingInt(Tempting::chosen).thenComparing(Tempting::wrong);

  Tempting {
    right = List.copyOf(right);
  }

  /** The wrong option of a question that most have chosen. */
  static Optional<Tempting> of(Body.Choices choices, List<Attempt> attempts) {
    List<Body.Option> options = choices.options();
    List<Tempting> wrong = new ArrayList<>();
    for (int at : IntStream.range(0, options.size()).filter(i -> !options.get(i).key()).toArray()) {
      int chosen =
          Math.toIntExact(
              attempts.stream().filter(one -> one.answer().picks().contains(at)).count());
      wrong.add(new Tempting(options.get(at).text(), keys(options), chosen, attempts.size()));
    }
    return wrong.stream().filter(one -> one.chosen() >= FEWEST).max(LEAST);
  }

  private static List<String> keys(List<Body.Option> options) {
    return options.stream().filter(Body.Option::key).map(Body.Option::text).toList();
  }
}
