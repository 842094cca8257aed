package studycoach.platform.slack.fake;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A request and how it was answered.
 *
 * @param method e.g. {@code chat.postMessage}, or {@code response_url}
 * @param parameters with JSON in texts taken apart, without the token
 * @param status of HTTP; 0 where the answer was lost
 */
public record Exchange(String method, JsonNode parameters, int status, JsonNode answer) {
  /** Slack's name of the error; empty if there was none. */
  public String error() {
    return answer.path("error").asText();
  }
}
