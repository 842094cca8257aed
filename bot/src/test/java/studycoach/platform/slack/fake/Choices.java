package studycoach.platform.slack.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;

/** What each person has chosen and typed on one surface. */
public final class Choices {
  private final Map<String, ObjectNode> made = new HashMap<>();

  Choices() {}

  void make(FakePerson person, Control control, ObjectNode value) {
    made.put(key(person, control), value);
  }

  /** What Slack sends as {@code state.values}: every input, chosen or not. */
  ObjectNode values(FakePerson person, JsonNode surface) {
    var values = Json.object();
    for (Control control : Control.of(surface)) {
      if (Inputs.isInput(control)) {
        values
            .withObjectProperty(control.blockId())
            .set(control.actionId(), value(person, control).deepCopy());
      }
    }
    return values;
  }

  private JsonNode value(FakePerson person, Control control) {
    ObjectNode chosen = made.get(key(person, control));
    return chosen == null ? Inputs.initial(control) : chosen;
  }

  private static String key(FakePerson person, Control control) {
    return person.id() + "/" + control.blockId() + "/" + control.actionId();
  }
}
