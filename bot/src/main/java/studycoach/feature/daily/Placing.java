package studycoach.feature.daily;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import studycoach.chat.ActionId;
import studycoach.chat.Control;
import studycoach.markup.Markup;
import studycoach.study.Answer;

/**
 * How far somebody is with putting pieces into places, one place at a time.
 *
 * @param question the id of the question of a drop
 * @param picks the pieces put so far, in positions of the pack
 */
record Placing(ShownPlaces shown, long question, List<Integer> picks) {

  boolean isComplete() {
    return picks.size() == shown.size();
  }

  /** What stands below the stem. */
  List<Markup> lines() {
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
   * A button for each piece that is left, or one to submit; and the ways back. Each tells for which
   * place it was drawn, so that pressing it twice does no more than pressing it once.
   */
  List<Control> controls() {
    Stream<Control> forward =
        isComplete()
            ? Stream.of(new Control.Button("Submit", id("submit")))
            : IntStream.range(0, shown.size())
                .filter(position -> !picks.contains(shown.permutation().get(position)))
                .mapToObj(
                    position ->
                        new Control.Button(
                            Shown.letter(position), id("put", picks.size(), position)));
    Stream<Control> back =
        picks.isEmpty()
            ? Stream.of()
            : Stream.of(
                new Control.Button("Back", id("back", picks.size())),
                new Control.Button("Clear", id("clear")));
    return Stream.concat(forward, back).toList();
  }

  private ActionId id(String verb, Object... keys) {
    return ActionId.of(
        DailyFeature.NAME, verb, Stream.concat(Stream.of(question), Stream.of(keys)).toArray());
  }
}
