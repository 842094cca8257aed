package studycoach.study.ask;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import studycoach.markup.CommonMark;
import studycoach.markup.Markup;
import studycoach.pack.Body;
import studycoach.pack.Question;
import studycoach.study.Answer;
import studycoach.study.Attempt;

/**
 * Pieces to be put into places: the steps of an ordering into its sequence, the matches of a
 * matching to its prompts. Places have numbers, pieces have letters.
 *
 * @param permutation of the pieces: for each position on the screen the position in the pack
 */
public record ShownPlaces(Question question, List<Integer> permutation) implements Shown {

  public int size() {
    return permutation.size();
  }

  public boolean isOrdering() {
    return question.body() instanceof Body.Ordering;
  }

  @Override
  public List<Markup> lines() {
    return Stream.concat(isOrdering() ? Stream.of() : prompts(), pieces()).toList();
  }

  private Stream<Markup> prompts() {
    return IntStream.range(0, size()).mapToObj(this::place);
  }

  /** The pieces with their letters, from top to bottom. */
  Stream<Markup> pieces() {
    return permutation.stream()
        .map(pick -> Markup.empty().bold(letter(pick)).text("  ").and(piece(pick)));
  }

  /** A place by its number, and by its prompt if it has one. */
  Markup place(int place) {
    Markup number = Markup.empty().bold(String.valueOf(place + 1));
    return question.body() instanceof Body.Matching matching
        ? number.text("  ").and(CommonMark.read(matching.pairs().get(place).prompt()))
        : number;
  }

  /** The letter of a piece by its position in the pack. */
  String letter(int pick) {
    return Shown.letter(permutation.indexOf(pick));
  }

  private Markup piece(int pick) {
    return CommonMark.read(text(pick));
  }

  private String text(int pick) {
    return question.body() instanceof Body.Matching matching
        ? matching.pairs().get(pick).match()
        : steps().get(pick).text();
  }

  private String why(int place) {
    return question.body() instanceof Body.Matching matching
        ? matching.pairs().get(place).why()
        : steps().get(place).why();
  }

  private List<Body.Step> steps() {
    return ((Body.Ordering) question.body()).steps();
  }

  /** The pieces put so far, e.g. {@code C, A} for an ordering or {@code 1 C, 2 A}. */
  @Override
  public String letters(Answer answer) {
    return IntStream.range(0, answer.picks().size())
        .mapToObj(
            place -> (isOrdering() ? "" : place + 1 + " ") + letter(answer.picks().get(place)))
        .collect(Collectors.joining(", "));
  }

  @Override
  public String keyLetters() {
    return letters(new Answer(IntStream.range(0, size()).boxed().toList()));
  }

  @Override
  public List<Markup> reasons(Answer own) {
    return reasons(
        place -> Markup.of(isRight(own, place) ? "✓ " : "✗ "),
        place ->
            isRight(own, place)
                ? Markup.empty()
                : Markup.of(" (you put " + letter(own.picks().get(place)) + ")"));
  }

  @Override
  public List<Markup> reasons(List<Attempt> attempts) {
    return reasons(
        place -> Markup.empty(), place -> Shown.share(right(place, attempts), attempts, " right"));
  }

  private List<Markup> reasons(IntFunction<Markup> before, IntFunction<Markup> after) {
    return IntStream.range(0, size())
        .mapToObj(
            place ->
                before
                    .apply(place)
                    .and(place(place))
                    .text(isOrdering() ? "  " : " → ")
                    .bold(letter(place))
                    .text("  ")
                    .and(piece(place))
                    .and(after.apply(place))
                    .text("\n")
                    .and(CommonMark.read(why(place))))
        .toList();
  }

  @Override
  public Optional<Markup> hardest(List<Attempt> attempts) {
    return IntStream.range(0, size())
        .filter(place -> right(place, attempts) < attempts.size())
        .boxed()
        .min(Comparator.comparing(place -> right(place, attempts)))
        .map(
            place ->
                Markup.of("Most went wrong at ")
                    .and(place(place))
                    .text(". What did you put there, and what told you otherwise?"));
  }

  private long right(int place, List<Attempt> attempts) {
    return attempts.stream().filter(attempt -> isRight(attempt.answer(), place)).count();
  }

  /** Pieces of the same text may stand for one another. */
  private boolean isRight(Answer answer, int place) {
    return text(answer.picks().get(place)).equals(text(place));
  }
}
