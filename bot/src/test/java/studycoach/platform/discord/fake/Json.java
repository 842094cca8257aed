package studycoach.platform.discord.fake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** JSON as trees, since the fake passes most of it on untouched. */
final class Json {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Json() {}

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  static ArrayNode array() {
    return MAPPER.createArrayNode();
  }

  static JsonNode parse(String text) {
    try {
      return text.isBlank() ? object() : MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new RestException(400, 50109, "The request body contains invalid JSON.");
    }
  }

  static Stream<JsonNode> each(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  static JsonNode value(Object value) {
    return MAPPER.valueToTree(value);
  }

  /** All components of a message or modal, those in rows, labels and containers included. */
  static List<JsonNode> components(JsonNode holder) {
    var found = new ArrayList<JsonNode>();
    for (JsonNode component : holder.path("components")) {
      found.add(component);
      found.addAll(components(component));
    }
    for (String single : List.of("component", "accessory")) {
      if (holder.path(single).isObject()) {
        found.add(holder.path(single));
      }
    }
    return found;
  }
}
