package studycoach.platform.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** An answer of the REST interface; a status of 204 has an empty body. */
record Answer(int status, JsonNode body, Map<String, String> headers) {
  static Answer of(JsonNode body) {
    return new Answer(200, body, Map.of());
  }

  static Answer nothing() {
    return new Answer(204, Json.object(), Map.of());
  }

  Answer with(Map<String, String> more) {
    return new Answer(status, body, more);
  }

  byte[] bytes() {
    return status == 204
        ? new byte[0]
        : body.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
  }
}
