package studycoach.study.ask;

import java.util.List;
import java.util.stream.Stream;
import studycoach.chat.ActionId;
import studycoach.chat.Incoming;
import studycoach.chat.UserError;

/**
 * What pressing something below a question calls.
 *
 * @param feature that asks the question
 * @param keys by which that feature knows it again, e.g. the id of the question of a drop
 */
public record Press(String feature, String verb, List<Object> keys) {
  public Press {
    keys = List.copyOf(keys);
  }

  /**
   * The positions chosen: of a select in its values, of a button in its action id.
   *
   * @param key which of a button's keys it is
   * @throws UserError if that is no choice
   */
  public static List<Integer> positions(Incoming.Click click, int key) {
    try {
      return click.values().isEmpty()
          ? List.of(Math.toIntExact(click.action().number(key)))
          : click.values().stream().map(Integer::valueOf).distinct().toList();
    } catch (NumberFormatException | ArithmeticException e) {
      throw new UserError("I don't know that choice.");
    }
  }

  /** With more keys behind those. */
  ActionId id(Object... more) {
    return ActionId.of(feature, verb, Stream.concat(keys.stream(), Stream.of(more)).toArray());
  }

  /** The same keys for something else. */
  Press with(String otherVerb) {
    return new Press(feature, otherVerb, keys);
  }
}
