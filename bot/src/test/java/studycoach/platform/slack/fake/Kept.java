package studycoach.platform.slack.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Blocks as Slack keeps them: with the ids and marks that a sender may leave out. */
record Kept(Ids ids) {
  ArrayNode blocks(JsonNode sent) {
    ArrayNode kept = sent.deepCopy();
    for (JsonNode block : kept) {
      if (!block.has("block_id")) {
        ((ObjectNode) block).put("block_id", ids.next("b"));
      }
      fill(block);
    }
    return kept;
  }

  private void fill(JsonNode node) {
    if (node instanceof ObjectNode object) {
      switch (node.path("type").asText()) {
        case "plain_text" -> put(object, "emoji", true);
        case "mrkdwn" -> put(object, "verbatim", false);
        case "button", "static_select", "multi_static_select", "overflow", "checkboxes" ->
            act(object);
        case "radio_buttons", "plain_text_input", "datepicker", "timepicker" -> act(object);
        default -> {}
      }
    }
    node.forEach(this::fill);
  }

  private void act(ObjectNode element) {
    if (!element.has("action_id")) {
      element.put("action_id", ids.next("a"));
    }
  }

  private static void put(ObjectNode text, String key, boolean otherwise) {
    if (!text.has(key)) {
      text.put(key, otherwise);
    }
  }
}
