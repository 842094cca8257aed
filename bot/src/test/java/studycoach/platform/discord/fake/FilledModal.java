package studycoach.platform.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What Discord sends when somebody submits a modal. */
record FilledModal(JsonNode modal) {
  ObjectNode with(Map<String, String> fields) {
    Set<String> unused = new HashSet<>(fields.keySet());
    var data = Json.object().put("custom_id", modal.path("custom_id").asText());
    int number = 1;
    for (JsonNode row : modal.path("components")) {
      JsonNode field =
          row.has("component") ? row.path("component") : row.path("components").path(0);
      String label = row.path("label").asText(field.path("label").asText());
      String key = fields.containsKey(label) ? label : field.path("custom_id").asText();
      unused.remove(key);
      ObjectNode filled = filled(field, fields.getOrDefault(key, field.path("value").asText()));
      ObjectNode holder = data.withArray("/components").addObject();
      holder.put("type", row.path("type").asInt()).put("id", number++);
      filled.put("id", number++);
      if (row.has("component")) {
        holder.set("component", filled);
      } else if (row.has("components")) {
        holder.putArray("components").add(filled);
      }
    }
    if (!unused.isEmpty()) {
      throw new AssertionError("the modal has no field " + unused + ": " + modal);
    }
    return data;
  }

  private static ObjectNode filled(JsonNode field, String value) {
    int type = field.path("type").asInt();
    var filled = Json.object().put("type", type);
    filled.put("custom_id", field.path("custom_id").asText());
    if (field.has("options")) {
      filled.putArray("values").add(value);
      return filled;
    }
    boolean missing = value.isEmpty() && field.path("required").asBoolean(true);
    int most = field.path("max_length").asInt(4000);
    if (missing || value.length() > most || value.length() < field.path("min_length").asInt()) {
      throw new AssertionError("the modal does not take '" + value + "' for " + field);
    }
    return filled.put("value", value);
  }
}
