package studycoach.study;

import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import studycoach.pack.Body;
import studycoach.pack.Question;

/** Tells right from wrong: all or nothing, as the exams do. */
public final class Grading {

  private Grading() {}

  /**
   * How many positions an answer to the question has: 1 for a multiple choice, the number of keys
   * for a multiple response, one for each step of an ordering and for each prompt of a matching.
   */
  public static int picks(Question question) {
    return switch (question.type()) {
      case MULTIPLE_CHOICE -> 1;
      case MULTIPLE_RESPONSE -> choices(question).keys().size();
      case ORDERING, MATCHING -> question.body().size();
    };
  }

  /**
   * Whether every pick is right. A matching's pick is right when it has the text of the prompt's
   * own match, whichever pair it comes from.
   *
   * @throws IllegalArgumentException if nobody can have chosen this: another number of positions
   *     than {@link #picks}, one that the question lacks, or one twice (except in a matching)
   */
  public static boolean isRight(Question question, Answer answer) {
    check(question, answer);
    List<Integer> picks = answer.picks();
    return switch (question.type()) {
      case MULTIPLE_CHOICE, MULTIPLE_RESPONSE -> picks.containsAll(choices(question).keys());
      case ORDERING -> IntStream.range(0, picks.size()).allMatch(at -> picks.get(at) == at);
      case MATCHING -> matches(((Body.Matching) question.body()).pairs(), picks);
    };
  }

  private static void check(Question question, Answer answer) {
    List<Integer> picks = answer.picks();
    int size = question.body().size();
    boolean repeats =
        !(question.body() instanceof Body.Matching) && new HashSet<>(picks).size() < picks.size();
    if (picks.size() != picks(question)
        || repeats
        || picks.stream().anyMatch(pick -> pick >= size)) {
      throw new IllegalArgumentException(
          "%s has %d positions and takes %d, not %s"
              .formatted(question.id(), size, picks(question), picks));
    }
  }

  private static boolean matches(List<Body.Pair> pairs, List<Integer> picks) {
    return IntStream.range(0, pairs.size())
        .allMatch(prompt -> pairs.get(picks.get(prompt)).match().equals(pairs.get(prompt).match()));
  }

  private static Body.Choices choices(Question question) {
    return (Body.Choices) question.body();
  }
}
