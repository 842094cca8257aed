package studycoach.feature.daily;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import studycoach.markup.CommonMark;
import studycoach.markup.Markup;
import studycoach.pack.Body;
import studycoach.pack.Question;
import studycoach.study.Answer;

/**
 * A question with choices in the order in which somebody sees it.
 *
 * @param permutation for each position on the screen the position in the pack, from 0
 */
record Shown(Question question, List<Integer> permutation) {

  int size() {
    return permutation.size();
  }

  /** The letter of a position on the screen. */
  static String letter(int position) {
    return String.valueOf((char) ('A' + position));
  }

  Body.Option option(int position) {
    return choices().options().get(permutation.get(position));
  }

  /** How many must be chosen. */
  int keys() {
    return choices().keys().size();
  }

  /** What was chosen, from positions on the screen to the pack's. */
  Answer answer(List<Integer> positions) {
    return new Answer(positions.stream().map(permutation::get).sorted().toList());
  }

  /** Whether an answer contains what stands at a position. */
  boolean isPicked(Answer answer, int position) {
    return answer.picks().contains(permutation.get(position));
  }

  /** The letters of an answer, e.g. {@code A and C}. */
  String letters(Answer answer) {
    return IntStream.range(0, size())
        .filter(position -> isPicked(answer, position))
        .mapToObj(Shown::letter)
        .collect(Collectors.joining(" and "));
  }

  /** The letters of the right options. */
  String keyLetters() {
    return letters(new Answer(choices().keys()));
  }

  Markup optionLine(int position) {
    return Markup.empty()
        .bold(letter(position))
        .text("  ")
        .and(CommonMark.read(option(position).text()));
  }

  private Body.Choices choices() {
    return (Body.Choices) question.body();
  }
}
