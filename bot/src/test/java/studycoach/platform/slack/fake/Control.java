package studycoach.platform.slack.fake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A control in a block. */
record Control(JsonNode block, JsonNode element) {
  /** All controls of a surface, from top to bottom. */
  static List<Control> of(JsonNode surface) {
    var found = new ArrayList<Control>();
    for (JsonNode block : surface.path("blocks")) {
      List<JsonNode> elements =
          switch (block.path("type").asText()) {
            case "actions" -> Json.each(block.path("elements")).toList();
            case "section" -> List.of(block.path("accessory"));
            case "input" -> List.of(block.path("element"));
            default -> List.of();
          };
      elements.stream()
          .filter(element -> element.has("action_id"))
          .forEach(element -> found.add(new Control(block, element)));
    }
    return found;
  }

  String blockId() {
    return block.path("block_id").asText();
  }

  String actionId() {
    return element.path("action_id").asText();
  }

  String type() {
    return element.path("type").asText();
  }

  /** Whether it is called so: a button's text, a placeholder, an input's label, an id. */
  boolean isCalled(String name) {
    return name.equals(element.path("text").path("text").asText())
        || name.equals(element.path("placeholder").path("text").asText())
        || name.equals(block.path("label").path("text").asText())
        || name.equals(actionId())
        || name.equals(blockId());
  }

  /** The option with this text or value. */
  JsonNode option(String wanted) {
    return options().stream()
        .filter(
            option ->
                wanted.equals(option.path("text").path("text").asText())
                    || wanted.equals(option.path("value").asText()))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no option " + wanted + " in " + element));
  }

  private List<JsonNode> options() {
    var options = new ArrayList<JsonNode>();
    element.path("options").forEach(options::add);
    element.path("option_groups").forEach(group -> group.path("options").forEach(options::add));
    return options;
  }

  /** The last control of these types with this name. */
  static Optional<Control> find(JsonNode surface, String name, List<String> types) {
    return of(surface).stream()
        .filter(control -> types.contains(control.type()) && control.isCalled(name))
        .reduce((earlier, later) -> later);
  }
}
