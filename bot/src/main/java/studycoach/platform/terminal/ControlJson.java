package studycoach.platform.terminal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studycoach.chat.ActionId;
import studycoach.chat.Control;
import studycoach.chat.UserError;

/** Controls in the transcript. */
final class ControlJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private ControlJson() {}

  static ObjectNode write(Control control) {
    ObjectNode out = JSON.objectNode();
    if (control instanceof Control.Button button) {
      out.put("button", button.label());
    } else if (control instanceof Control.LinkButton link) {
      out.put("link", link.label()).put("to", link.to().toString());
    } else if (control instanceof Control.Select select) {
      out.put("select", select.prompt()).put("min", select.min()).put("max", select.max());
      select.choices().forEach(choice -> out.withArray("/choices").add(write(choice)));
    }
    control.action().ifPresent(action -> out.put("id", action.encode()));
    return out;
  }

  private static ObjectNode write(Control.SelectOption choice) {
    return JSON.objectNode().put("label", choice.label()).put("value", choice.value());
  }

  /** Leaves out what can't be read any more, e.g. from a much older release. */
  static List<Control> read(JsonNode controls) {
    List<Control> read = new ArrayList<>();
    controls.forEach(control -> readable(control).ifPresent(read::add));
    return read;
  }

  private static Optional<Control> readable(JsonNode json) {
    try {
      return Optional.of(control(json));
    } catch (UserError | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Control control(JsonNode json) {
    if (json.has("link")) {
      return new Control.LinkButton(text(json, "link"), URI.create(text(json, "to")));
    }
    ActionId id = ActionId.decode(text(json, "id"));
    if (json.has("button")) {
      return new Control.Button(text(json, "button"), id);
    }
    List<Control.SelectOption> choices = new ArrayList<>();
    for (JsonNode choice : json.path("choices")) {
      choices.add(new Control.SelectOption(text(choice, "label"), text(choice, "value")));
    }
    int min = json.path("min").asInt();
    return new Control.Select(text(json, "select"), id, choices, min, json.path("max").asInt());
  }

  private static String text(JsonNode json, String name) {
    return json.path(name).asText();
  }
}
