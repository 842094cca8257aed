package studycoach.platform.slack.fake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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

  /**
   * The tree of a text; a blank one is an empty object.
   *
   * @throws SlackError {@code invalid_json}
   */
  static JsonNode parse(String text) {
    try {
      return text.isBlank() ? object() : MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new SlackError("invalid_json");
    }
  }

  static Stream<JsonNode> each(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  static Stream<String> texts(JsonNode array) {
    return each(array).map(JsonNode::asText);
  }
}
