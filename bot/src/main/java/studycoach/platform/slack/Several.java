package studycoach.platform.slack;

import com.slack.api.model.view.ViewState;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studycoach.chat.UserError;

/**
 * How many choices a button sends, and where they are made.
 *
 * @param block the id of the block in which they stand, and of the element there
 * @param min at least so many
 * @param max at most so many
 */
record Several(String block, int min, int max) {
  String encode() {
    return block + " " + min + " " + max;
  }

  /** Reads the form written by {@link #encode()}; empty if it is none. */
  static Optional<Several> decode(String value) {
    String[] parts = value.split(" ", -1);
    try {
      return parts.length == 3
          ? Optional.of(
              new Several(parts[0], Integer.parseInt(parts[1]), Integer.parseInt(parts[2])))
          : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /**
   * What was chosen.
   *
   * @throws UserError if that is too much or too little
   */
  List<String> chosen(Map<String, Map<String, ViewState.Value>> state) {
    List<String> values =
        Optional.ofNullable(state.get(block))
            .map(elements -> elements.get(block))
            .map(ViewState.Value::getSelectedOptions)
            .orElse(List.of())
            .stream()
            .map(ViewState.SelectedOption::getValue)
            .toList();
    if (values.size() < min || values.size() > max) {
      String count = min == max ? String.valueOf(min) : min + " to " + max;
      throw new UserError(
          "Please choose " + count + ", then Submit; you have chosen " + values.size() + ".");
    }
    return values;
  }
}
