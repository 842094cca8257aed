package studycoach.platform.slack.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** What inputs hold, as {@code state.values} says it. */
final class Inputs {
  private static final Map<String, String> HOLD =
      Map.of(
          "plain_text_input", "value",
          "static_select", "selected_option",
          "radio_buttons", "selected_option",
          "multi_static_select", "selected_options",
          "checkboxes", "selected_options",
          "datepicker", "selected_date",
          "timepicker", "selected_time");
  private static final Map<String, String> BEGIN =
      Map.of(
          "plain_text_input", "initial_value",
          "static_select", "initial_option",
          "radio_buttons", "initial_option",
          "multi_static_select", "initial_options",
          "checkboxes", "initial_options",
          "datepicker", "initial_date",
          "timepicker", "initial_time");

  private Inputs() {}

  static boolean isInput(Control control) {
    return HOLD.containsKey(control.type());
  }

  static ObjectNode initial(Control control) {
    String key = key(control);
    JsonNode begun = control.element().path(BEGIN.getOrDefault(control.type(), ""));
    var held = Json.object().put("type", control.type());
    if (!begun.isMissingNode()) {
      held.set(key, begun.deepCopy());
    } else if (key.equals("selected_options")) {
      held.putArray(key);
    } else {
      held.putNull(key);
    }
    return held;
  }

  /** What it holds after somebody chose these options, or typed the one text. */
  static ObjectNode holding(Control control, List<String> chosen) {
    String key = key(control);
    var held = Json.object().put("type", control.type());
    switch (key) {
      case "selected_options" -> {
        held.putArray(key);
        chosen.forEach(name -> held.withArrayProperty(key).add(control.option(name).deepCopy()));
        int most = control.element().path("max_selected_items").asInt(Integer.MAX_VALUE);
        must(chosen.size() <= most, control, chosen);
      }
      case "selected_option" -> {
        must(chosen.size() == 1, control, chosen);
        held.set(key, control.option(chosen.get(0)).deepCopy());
      }
      default -> {
        must(chosen.size() == 1, control, chosen);
        held.put(key, chosen.get(0));
      }
    }
    return held;
  }

  static boolean isEmpty(Control control, JsonNode held) {
    JsonNode value = held.path(key(control));
    return value.isNull() || (value.isEmpty() && value.isArray()) || value.asText("-").isEmpty();
  }

  /** What the client checks before it sends a text. */
  static void checkLength(Control control, JsonNode held) {
    int length = held.path("value").asText().length();
    boolean typed = control.type().equals("plain_text_input") && length > 0;
    int least = control.element().path("min_length").asInt(0);
    int most = control.element().path("max_length").asInt(3000);
    must(!typed || (least <= length && length <= most), control, List.of(held.toString()));
  }

  private static String key(Control control) {
    return HOLD.getOrDefault(control.type(), "");
  }

  private static void must(boolean holds, Control control, List<String> chosen) {
    if (!holds) {
      throw new AssertionError(control.element() + " does not take " + chosen);
    }
  }
}
