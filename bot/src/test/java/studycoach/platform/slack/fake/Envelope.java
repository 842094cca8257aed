package studycoach.platform.slack.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to tell an app something.
 *
 * @param type of the envelope, e.g. {@code events_api}
 * @param attempt 0 for the first
 * @param reason why it is told again; empty at first
 */
record Envelope(
    String id,
    FakeApp app,
    String type,
    ObjectNode payload,
    int attempt,
    String reason,
    @Nullable FakeInteraction interaction) {

  Envelope again(String newId, String why) {
    return new Envelope(newId, app, type, payload, attempt + 1, why, interaction);
  }

  boolean isEvent() {
    return type.equals("events_api");
  }

  /** As Socket Mode has it. */
  ObjectNode json() {
    var json = Json.object().put("envelope_id", id).put("type", type);
    json.put("accepts_response_payload", !isEvent());
    json.set("payload", payload);
    if (isEvent()) {
      json.put("retry_attempt", attempt).put("retry_reason", reason);
    }
    return json;
  }
}
