package studycoach.study.ask;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import studycoach.chat.Control;
import studycoach.chat.UserError;
import studycoach.markup.CommonMark;
import studycoach.markup.Markup;
import studycoach.pack.Body;
import studycoach.pack.Question;
import studycoach.study.Answer;
import studycoach.study.Attempt;

/**
 * Options to choose from, in the order in which somebody sees them.
 *
 * @param permutation for each position on the screen the position in the pack, from 0
 */
public record ShownOptions(Question question, List<Integer> permutation) implements Shown {

  public int size() {
    return permutation.size();
  }

  /** How many must be chosen. */
  public int keys() {
    return choices().keys().size();
  }

  /**
   * What was chosen, from positions on the screen to the pack's.
   *
   * @throws UserError if that is no answer
   */
  public Answer answer(List<Integer> positions) {
    if (positions.size() != keys()
        || positions.stream().anyMatch(position -> position < 0 || position >= size())) {
      throw new UserError("Please choose " + keys() + ".");
    }
    return new Answer(positions.stream().map(permutation::get).sorted().toList());
  }

  /**
   * What they are chosen by: a button for each, or a select of several. What is chosen comes as
   * positions on the screen: of a button behind the other keys, of a select as its values.
   */
  public List<Control> controls(Press press) {
    if (keys() > 1) {
      return List.of(
          new Control.Select(
              "Choose " + keys(),
              press.id(),
              IntStream.range(0, size())
                  .mapToObj(at -> new Control.SelectOption(Shown.letter(at), String.valueOf(at)))
                  .toList(),
              keys(),
              keys()));
    }
    return IntStream.range(0, size())
        .<Control>mapToObj(at -> new Control.Button(Shown.letter(at), press.id(at)))
        .toList();
  }

  @Override
  public List<Markup> lines() {
    return IntStream.range(0, size()).mapToObj(this::line).toList();
  }

  private Markup line(int position) {
    return Markup.empty()
        .bold(Shown.letter(position))
        .text("  ")
        .and(CommonMark.read(option(position).text()));
  }

  @Override
  public String letters(Answer answer) {
    return IntStream.range(0, size())
        .filter(position -> isPicked(answer, position))
        .mapToObj(Shown::letter)
        .collect(Collectors.joining(" and "));
  }

  @Override
  public String keyLetters() {
    return letters(new Answer(choices().keys()));
  }

  @Override
  public List<Markup> reasons(Answer own) {
    return reasons(position -> Markup.empty());
  }

  @Override
  public List<Markup> reasons(List<Attempt> attempts) {
    return reasons(position -> Shown.share(picks(position, attempts), attempts, ""));
  }

  private List<Markup> reasons(IntFunction<Markup> count) {
    return IntStream.range(0, size())
        .mapToObj(
            position ->
                Markup.of(option(position).key() ? "✓ " : "✗ ")
                    .and(line(position))
                    .and(count.apply(position))
                    .text("\n")
                    .and(CommonMark.read(option(position).why())))
        .toList();
  }

  @Override
  public Optional<Markup> hardest(List<Attempt> attempts) {
    return IntStream.range(0, size())
        .filter(position -> !option(position).key() && picks(position, attempts) > 0)
        .boxed()
        .min(Comparator.comparing(position -> -picks(position, attempts)))
        .map(
            position ->
                Markup.of("The most tempting wrong option was ")
                    .bold(Shown.letter(position))
                    .text(
                        ". If you chose it, what spoke for it? If you did not, how did you rule it"
                            + " out?"));
  }

  private long picks(int position, List<Attempt> attempts) {
    return attempts.stream().filter(attempt -> isPicked(attempt.answer(), position)).count();
  }

  private boolean isPicked(Answer answer, int position) {
    return answer.picks().contains(permutation.get(position));
  }

  private Body.Option option(int position) {
    return choices().options().get(permutation.get(position));
  }

  private Body.Choices choices() {
    return (Body.Choices) question.body();
  }
}
