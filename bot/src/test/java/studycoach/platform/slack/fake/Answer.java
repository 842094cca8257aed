package studycoach.platform.slack.fake;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;

/** An answer of the Web API, or of a response_url. */
record Answer(int status, JsonNode body, Map<String, String> headers) {
  static Answer of(JsonNode body) {
    return new Answer(200, body, Map.of());
  }

  /** 429; Slack tells whole seconds, at least one. */
  static Answer rateLimited(Duration wait) {
    long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
    return new Answer(
        429, new SlackError("ratelimited").body(), Map.of("Retry-After", Long.toString(seconds)));
  }
}
