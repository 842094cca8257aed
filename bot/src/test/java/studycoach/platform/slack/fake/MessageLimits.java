package studycoach.platform.slack.fake;

import com.fasterxml.jackson.databind.JsonNode;

/** What Slack takes as a message, its length apart. */
record MessageLimits(Problems problems) {
  void message(JsonNode message) {
    new BlockLimits(problems, true).all(message, 50);
    boolean markdown = message.has("markdown_text");
    boolean other = message.has("text") || message.has("blocks");
    problems.check(!(markdown && other), "/markdown_text", "stands without text and blocks");
    JsonNode metadata = message.path("metadata");
    if (!metadata.isMissingNode()) {
      problems.keys(metadata, "/metadata", "event_type event_payload", "");
      problems.check(metadata.path("event_payload").isObject(), "/metadata", "must be an object");
    }
  }
}
