package studycoach.study.pairs;

import java.util.List;
import java.util.Optional;
import studycoach.pack.Body;
import studycoach.pack.Question;
import studycoach.study.Answer;

/**
 * One wrong option that was chosen where one right option was not.
 *
 * @param chosen its position in the pack, from 0
 * @param right likewise
 */
public record Confusion(Question question, int chosen, int right) {

  /**
   * What an answer confused.
   *
   * @return empty if it is right, if it confused several options, of which nobody can tell which
   *     was taken for which, or if there are no options to choose from
   */
  public static Optional<Confusion> of(Question question, Answer answer) {
    if (!(question.body() instanceof Body.Choices choices)) {
      return Optional.empty();
    }
    List<Integer> keys = choices.keys();
    List<Integer> wrong = answer.picks().stream().filter(pick -> !keys.contains(pick)).toList();
    List<Integer> missed = keys.stream().filter(key -> !answer.picks().contains(key)).toList();
    return wrong.size() == 1 && missed.size() == 1
        ? Optional.of(new Confusion(question, wrong.get(0), missed.get(0)))
        : Optional.empty();
  }

  /** The text of the option that was chosen, in CommonMark. */
  public String chosenText() {
    return text(chosen);
  }

  /** The text of the option that is right, in CommonMark. */
  public String rightText() {
    return text(right);
  }

  /** The wrong option as if it were all of an answer. */
  public Answer chosenOnly() {
    return new Answer(List.of(chosen));
  }

  /** The right option as if it were all of an answer. */
  public Answer rightOnly() {
    return new Answer(List.of(right));
  }

  private String text(int position) {
    return ((Body.Choices) question.body()).options().get(position).text();
  }

  /** Whether this is the same, though the pack may have been edited between the two. */
  boolean isSame(Confusion other) {
    return chosenText().equals(other.chosenText()) && rightText().equals(other.rightText());
  }
}
