package studycoach.platform.slack.fake;

import com.fasterxml.jackson.databind.JsonNode;

/** What Slack takes as a modal or a Home, its size apart. */
record ViewLimits(Problems problems) {
  /**
   * @param type {@code modal} or {@code home}
   */
  void view(JsonNode view, String type) {
    problems.check(view.path("type").asText().equals(type), "/view/type", "must be " + type);
    String all = "private_metadata callback_id external_id";
    if (type.equals("home")) {
      problems.keys(view, "/view", "type blocks", all);
    } else {
      problems.keys(
          view,
          "/view",
          "type title blocks",
          all + " submit close clear_on_close notify_on_close submit_disabled");
      var texts = new TextLimits(problems);
      texts.plain(view, "/view", "title", 24);
      texts.plain(view, "/view", "submit", 24);
      texts.plain(view, "/view", "close", 24);
      boolean inputs =
          Json.each(view.path("blocks"))
              .anyMatch(block -> block.path("type").asText().equals("input"));
      problems.check(!inputs || view.has("submit"), "/view", "inputs need submit");
    }
    problems.text(view, "/view", "private_metadata", 0, 3000);
    problems.text(view, "/view", "callback_id", 0, 255);
    problems.text(view, "/view", "external_id", 0, 255);
    problems.flags(view, "/view", "clear_on_close", "notify_on_close");
    new BlockLimits(problems, false).all(view, 100);
  }
}
