package studycoach.platform.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import net.dv8tion.jda.api.Permission;

/** A registered slash command as a person types it; refuses what Discord's client refuses. */
final class TypedCommand {
  private static final int STRING = 3;
  private static final int USER = 6;
  private static final int CHANNEL = 7;
  private static final int ROLE = 8;

  private final JsonNode command;
  private final ObjectNode data;
  private final JsonNode called;
  private final ArrayNode into;

  TypedCommand(JsonNode command, String path) {
    this.command = command;
    data = Json.object().put("id", command.path("id").asText()).put("type", 1);
    data.put("name", command.path("name").asText());
    JsonNode node = command;
    ArrayNode options = data.putArray("options");
    String[] words = path.split(" ", -1);
    for (int i = 1; i < words.length; i++) {
      node = named(node, words[i]);
      ObjectNode sub = options.addObject();
      sub.put("name", words[i]).put("type", node.path("type").asInt());
      options = sub.putArray("options");
    }
    called = node;
    into = options;
  }

  ObjectNode complete(FakePerson person, FakeChannel channel, Map<String, ?> options) {
    allowed(person, channel);
    options.forEach(this::option);
    for (JsonNode option : called.path("options")) {
      boolean missing = !options.containsKey(option.path("name").asText());
      if (option.path("type").asInt() <= 2 || (missing && option.path("required").asBoolean())) {
        throw new AssertionError("not complete without " + option.path("name").asText());
      }
    }
    return data;
  }

  ObjectNode focused(String name, String text, Map<String, ?> others) {
    if (!named(called, name).path("autocomplete").asBoolean()) {
      throw new AssertionError(name + " has no suggestions");
    }
    others.forEach(this::option);
    into.addObject()
        .put("name", name)
        .put("type", named(called, name).path("type").asInt())
        .put("value", text)
        .put("focused", true);
    return data;
  }

  private void allowed(FakePerson person, FakeChannel channel) {
    String needed = command.path("default_member_permissions").asText("0");
    long bits = needed.equals("null") ? 0 : Long.parseLong(needed);
    boolean hidden =
        channel.guild != null
            && Permission.getPermissions(bits).stream().anyMatch(p -> !person.may(p));
    boolean elsewhere =
        channel.guild == null
            && command.has("contexts")
            && Json.each(command.path("contexts")).noneMatch(context -> context.asInt() == 1);
    if (hidden || elsewhere) {
      throw new AssertionError(person.name() + " is not shown /" + command.path("name").asText());
    }
  }

  private void option(String name, Object value) {
    JsonNode registered = named(called, name);
    int type = registered.path("type").asInt();
    ObjectNode option = into.addObject().put("name", name).put("type", type);
    if (value instanceof FakePerson person && type == USER) {
      option.put("value", person.id());
      data.withObject("/resolved/users").set(person.id(), person.json());
    } else if (value instanceof FakeChannel channel && type == CHANNEL) {
      option.put("value", channel.id());
      data.withObject("/resolved/channels").set(channel.id(), channel.json());
    } else if (value instanceof FakeRole role && type == ROLE) {
      option.put("value", role.id());
      data.withObject("/resolved/roles").set(role.id(), role.json(0));
    } else {
      option.set("value", plain(registered, value));
    }
  }

  private static JsonNode plain(JsonNode registered, Object value) {
    JsonNode json = Json.value(value);
    boolean fits =
        switch (registered.path("type").asInt()) {
          case STRING -> json.isTextual() && inside(registered, "length", json.asText().length());
          case 4 -> json.isIntegralNumber() && inside(registered, "value", json.asDouble());
          case 5 -> json.isBoolean();
          case 10 -> json.isNumber() && inside(registered, "value", json.asDouble());
          default -> json.isTextual();
        };
    boolean offered =
        registered.path("choices").isEmpty()
            || Json.each(registered.path("choices"))
                .anyMatch(c -> c.path("value").asText().equals(json.asText()));
    if (!fits || !offered) {
      throw new AssertionError("not a value for " + registered + ": " + value);
    }
    return json;
  }

  private static boolean inside(JsonNode option, String what, double value) {
    return value >= option.path("min_" + what).asDouble(Double.NEGATIVE_INFINITY)
        && value <= option.path("max_" + what).asDouble(Double.POSITIVE_INFINITY);
  }

  private static JsonNode named(JsonNode holder, String name) {
    var names = new HashMap<String, JsonNode>();
    holder.path("options").forEach(option -> names.put(option.path("name").asText(), option));
    JsonNode found = names.get(name);
    if (found == null) {
      throw new AssertionError("no " + name + " in " + names.keySet());
    }
    return found;
  }
}
