package studycoach.platform.slack.fake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.StringJoiner;

/** Rich text as people see it. */
record SeenRichText(Words words) {
  String all(JsonNode block) {
    var parts = new StringJoiner("\n");
    block.path("elements").forEach(part -> parts.add(part(part)));
    return parts.toString();
  }

  private String part(JsonNode part) {
    return switch (part.path("type").asText()) {
      case "rich_text_list" -> list(part);
      case "rich_text_quote" -> "> " + line(part);
      default -> line(part).stripTrailing();
    };
  }

  private String list(JsonNode list) {
    var items = new StringJoiner("\n");
    int number = list.path("offset").asInt() + 1;
    for (JsonNode item : list.path("elements")) {
      boolean ordered = list.path("style").asText().equals("ordered");
      String mark = ordered ? number++ + ". " : "• ";
      items.add("  ".repeat(list.path("indent").asInt()) + mark + line(item));
    }
    return items.toString();
  }

  private String line(JsonNode part) {
    var line = new StringBuilder();
    part.path("elements").forEach(element -> line.append(inline(element)));
    return line.toString();
  }

  private String inline(JsonNode element) {
    return switch (element.path("type").asText()) {
      case "user" -> words.person(element.path("user_id").asText());
      case "usergroup" -> words.userGroup(element.path("usergroup_id").asText());
      case "channel" -> words.channel(element.path("channel_id").asText());
      case "emoji" -> ":" + element.path("name").asText() + ":";
      case "broadcast" -> "@" + element.path("range").asText();
      case "date" -> element.path("fallback").asText();
      case "link" -> element.path("text").asText(element.path("url").asText());
      default -> element.path("text").asText();
    };
  }
}
