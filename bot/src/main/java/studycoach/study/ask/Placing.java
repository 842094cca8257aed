package studycoach.study.ask;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import studycoach.chat.Control;
import studycoach.markup.Markup;
import studycoach.study.Answer;

/**
 * How far somebody is with putting pieces into places, one place at a time.
 *
 * @param picks the pieces put so far, in positions of the pack
 */
public record Placing(ShownPlaces shown, List<Integer> picks) {
  public Placing {
    picks = List.copyOf(picks);
  }

  public boolean isComplete() {
    return picks.size() == shown.size();
  }

  /** These pieces put, and one more, which stands at a position on the screen; or the same. */
  public Placing put(int position) {
    int pick = position < shown.size() ? shown.permutation().get(position) : -1;
    return pick < 0 || picks.contains(pick)
        ? this
        : new Placing(shown, Stream.concat(picks.stream(), Stream.of(pick)).toList());
  }

  /** What stands below the stem. */
  public List<Markup> lines() {
    Stream<Markup> places =
        shown.isOrdering() ? Stream.of() : IntStream.range(0, shown.size()).mapToObj(this::place);
    return Stream.of(places, shown.pieces(), Stream.of(asking())).flatMap(s -> s).toList();
  }

  private Markup place(int place) {
    return place < picks.size()
        ? shown.place(place).text(" → ").bold(shown.letter(picks.get(place)))
        : shown.place(place);
  }

  private Markup asking() {
    String soFar = shown.letters(new Answer(picks));
    if (isComplete()) {
      return Markup.of("Your answer: ").bold(soFar).text(". Submit it, or go back.");
    }
    String number = String.valueOf(picks.size() + 1);
    if (!shown.isOrdering()) {
      return Markup.of("Which one belongs to ").bold(number).text("?");
    }
    Markup asked =
        Markup.of("Which one comes ").bold(picks.isEmpty() ? "first" : "as number " + number);
    return picks.isEmpty() ? asked.text("?") : asked.text("? So far: ").bold(soFar);
  }

  /**
   * A button for each piece that is left ({@code put}), or one to {@code submit}; and the ways
   * {@code back} and to {@code clear}. Each tells behind the other keys for which place it was
   * drawn, so that pressing it twice does no more than pressing it once; {@code put} tells last
   * which piece, by its position on the screen.
   *
   * @param press whose verb is replaced by these
   */
  public List<Control> controls(Press press) {
    Stream<Control> forward =
        isComplete()
            ? Stream.of(new Control.Button("Submit", press.with("submit").id()))
            : IntStream.range(0, shown.size())
                .filter(position -> !picks.contains(shown.permutation().get(position)))
                .mapToObj(
                    position ->
                        new Control.Button(
                            Shown.letter(position), press.with("put").id(picks.size(), position)));
    Stream<Control> back =
        picks.isEmpty()
            ? Stream.of()
            : Stream.of(
                new Control.Button("Back", press.with("back").id(picks.size())),
                new Control.Button("Clear", press.with("clear").id()));
    return Stream.concat(forward, back).toList();
  }
}
