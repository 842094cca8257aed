package studycoach.platform.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Predicate;

/** The controls that a person sees in a channel. */
record Visible(FakePerson person, FakeChannel channel) {
  private static final int BUTTON = 2;
  private static final int SELECT = 3;

  /** A control of a message. */
  record Control(FakeMessage message, JsonNode json) {
    FakeInteraction use(FakePerson person, List<String> chosen) {
      var interaction =
          new FakeInteraction(FakeInteraction.COMPONENT, person, message.channel, message);
      var data = Json.object().put("custom_id", json.path("custom_id").asText());
      data.put("component_type", json.path("type").asInt()).put("id", json.path("id").asInt());
      if (json.path("type").asInt() == SELECT) {
        chosen.forEach(value -> data.withArray("/values").add(value(value)));
      }
      return person.send(interaction, data);
    }

    private String value(String chosen) {
      return Json.each(json.path("options"))
          .filter(named(chosen, "label", "value"))
          .findFirst()
          .orElseThrow(() -> new AssertionError("no option " + chosen + " in " + json))
          .path("value")
          .asText();
    }
  }

  Control button(String name) {
    return newest(BUTTON, named(name, "label", "custom_id"), name);
  }

  Control select(String name) {
    return newest(SELECT, named(name, "placeholder", "custom_id"), name);
  }

  static Control button(FakeMessage message, String name) {
    return controls(message, BUTTON, named(name, "label", "custom_id")).stream()
        .findFirst()
        .orElseThrow(() -> new AssertionError("no button " + name + " in\n" + message.text()));
  }

  static Control select(FakeMessage message) {
    return controls(message, SELECT, any -> true).stream()
        .findFirst()
        .orElseThrow(() -> new AssertionError("no select in\n" + message.text()));
  }

  private Control newest(int type, Predicate<JsonNode> wanted, String name) {
    List<Control> found =
        person.sees(channel).stream()
            .flatMap(message -> controls(message, type, wanted).stream())
            .toList();
    if (found.isEmpty()) {
      String screen = person.screen(channel);
      throw new AssertionError(person.name() + " sees no control " + name + " in\n" + screen);
    }
    return found.get(found.size() - 1);
  }

  private static List<Control> controls(FakeMessage message, int type, Predicate<JsonNode> wanted) {
    return Json.components(message.json()).stream()
        .filter(component -> component.path("type").asInt() == type)
        .filter(component -> !component.path("disabled").asBoolean())
        .filter(wanted)
        .map(component -> new Control(message, component))
        .toList();
  }

  private static Predicate<JsonNode> named(String name, String key, String other) {
    return json -> json.path(key).asText().equals(name) || json.path(other).asText().equals(name);
  }
}
