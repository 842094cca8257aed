package studycoach.study.ask;

import java.util.List;
import java.util.Optional;
import studycoach.markup.Markup;
import studycoach.pack.Body;
import studycoach.pack.Question;
import studycoach.study.Answer;
import studycoach.study.Attempt;

/** A question in the order in which somebody sees it. */
public sealed interface Shown permits ShownOptions, ShownPlaces {

  /**
   * A question in an order.
   *
   * @param permutation for each position on the screen the position in the pack, from 0
   */
  static Shown of(Question question, List<Integer> permutation) {
    return question.body() instanceof Body.Choices
        ? new ShownOptions(question, permutation)
        : new ShownPlaces(question, permutation);
  }

  /** The letter of a position on the screen. */
  static String letter(int position) {
    return String.valueOf((char) ('A' + position));
  }

  /** How many of those who answered, to stand behind what they did; nothing if nobody answered. */
  static Markup share(long number, List<Attempt> attempts, String what) {
    return attempts.isEmpty()
        ? Markup.empty()
        : Markup.of(" (" + number + " of " + attempts.size() + what + ")");
  }

  Question question();

  /** What stands below the stem; nothing in it tells the key. */
  List<Markup> lines();

  /** An answer by the letters on the screen, e.g. {@code A and C}. */
  String letters(Answer answer);

  /** The right answer by the letters on the screen. */
  String keyLetters();

  /** What is right, with the reasons, for somebody who has answered. */
  List<Markup> reasons(Answer own);

  /** The same, with how many have chosen what. */
  List<Markup> reasons(List<Attempt> attempts);

  /** Where most went wrong; empty if nobody did. */
  Optional<Markup> hardest(List<Attempt> attempts);
}
