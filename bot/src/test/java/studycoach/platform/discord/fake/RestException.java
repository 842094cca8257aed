package studycoach.platform.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;

/** An answer that refuses, with Discord's own error code. */
final class RestException extends RuntimeException {
  final int status;
  private final int code;
  private final JsonNode errors;

  RestException(int status, int code, String message) {
    this(status, code, message, Json.object());
  }

  RestException(int status, int code, String message, JsonNode errors) {
    super(message);
    this.status = status;
    this.code = code;
    this.errors = errors;
  }

  static RestException unknown(int code, String what) {
    return new RestException(404, code, "Unknown " + what);
  }

  JsonNode body() {
    var body = Json.object().put("code", code).put("message", getMessage());
    if (!errors.isEmpty()) {
      body.set("errors", errors);
    }
    return body;
  }
}
