package studycoach.platform.slack.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** An answer that refuses, with Slack's own name for the error. */
final class SlackError extends RuntimeException {
  private final ObjectNode more;

  SlackError(String error) {
    this(error, Json.object());
  }

  private SlackError(String error, ObjectNode more) {
    super(error);
    this.more = more;
  }

  static SlackError missingScope(String needed, String provided) {
    return new SlackError(
        "missing_scope", Json.object().put("needed", needed).put("provided", provided));
  }

  static SlackError withMessages(String error, List<String> messages) {
    var more = Json.object();
    messages.forEach(message -> more.withArray("/response_metadata/messages").add(message));
    return new SlackError(error, more);
  }

  String error() {
    return String.valueOf(getMessage());
  }

  ObjectNode body() {
    return Json.object().put("ok", false).put("error", error()).setAll(more.deepCopy());
  }
}
