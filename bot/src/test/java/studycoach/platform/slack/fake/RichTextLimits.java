package studycoach.platform.slack.fake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** What Slack takes as rich text. */
record RichTextLimits(Problems problems) {
  private static final Map<String, String> INLINE =
      Map.of(
          "text", "text",
          "link", "url",
          "user", "user_id",
          "usergroup", "usergroup_id",
          "channel", "channel_id",
          "date", "timestamp format",
          "emoji", "name",
          "broadcast", "range");

  void block(JsonNode block, String path) {
    problems.keys(block, path, "type elements", "block_id");
    each(block, path, this::part);
  }

  private interface Rule {
    void check(JsonNode node, String path);
  }

  private void each(JsonNode holder, String path, Rule rule) {
    problems.check(!holder.path("elements").isEmpty(), path + "/elements", "must not be empty");
    int number = 0;
    for (JsonNode element : holder.path("elements")) {
      rule.check(element, path + "/elements/" + number++);
    }
  }

  private void part(JsonNode part, String path) {
    switch (part.path("type").asText()) {
      case "rich_text_section" -> section(part, path);
      case "rich_text_list" -> {
        problems.keys(part, path, "type style elements", "indent offset border");
        problems.oneOf(part, path, "style", "bullet", "ordered");
        each(part, path, this::item);
      }
      case "rich_text_preformatted" -> {
        problems.keys(part, path, "type elements", "border language");
        each(part, path, this::inline);
      }
      case "rich_text_quote" -> {
        problems.keys(part, path, "type elements", "border");
        each(part, path, this::inline);
      }
      default -> problems.check(false, path, "unknown part of rich text: " + part.path("type"));
    }
  }

  private void item(JsonNode item, String path) {
    boolean holds = item.path("type").asText().equals("rich_text_section");
    problems.check(holds, path, "a list holds rich_text_section only");
    section(item, path);
  }

  private void section(JsonNode section, String path) {
    problems.keys(section, path, "type elements", "");
    each(section, path, this::inline);
  }

  private void inline(JsonNode element, String path) {
    String type = element.path("type").asText();
    String required = INLINE.get(type);
    if (required == null) {
      problems.check(false, path, "unknown element of rich text: " + type);
      return;
    }
    String more =
        switch (type) {
          case "link" -> " text unsafe";
          case "date" -> " url fallback";
          case "emoji" -> " unicode skin_tone";
          default -> "";
        };
    problems.keys(element, path, "type " + required, "style" + more);
    problems.text(element, path, "text", type.equals("text") ? 1 : 0, 100_000);
    problems.oneOf(element, path, "range", "here", "channel", "everyone");
    problems.keys(
        element.path("style"),
        path + "/style",
        "",
        "bold italic strike code underline highlight client_highlight unlink");
  }
}
