package studycoach.platform.slack.fake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/** Blocks as people see them, a line for each part and control. */
record Seen(Words words) {
  String blocks(JsonNode blocks) {
    var lines = new StringJoiner("\n");
    for (JsonNode block : blocks) {
      String shown = block(block);
      if (!shown.isEmpty()) {
        lines.add(shown);
      }
    }
    return lines.toString();
  }

  private String block(JsonNode block) {
    return switch (block.path("type").asText()) {
      case "section" ->
          lines(
              text(block.path("text")),
              each(block.path("fields"), "\n"),
              element(block.path("accessory")));
      case "header" -> text(block.path("text"));
      case "context" -> each(block.path("elements"), " ");
      case "divider" -> "---";
      case "actions" -> each(block.path("elements"), "\n");
      case "image" -> lines(text(block.path("title")), element(block));
      case "input" ->
          lines(
              text(block.path("label")), element(block.path("element")), text(block.path("hint")));
      case "rich_text" -> new SeenRichText(words).all(block);
      case "markdown" -> block.path("text").asText();
      default -> "";
    };
  }

  private String each(JsonNode elements, String between) {
    return Json.each(elements)
        .map(this::element)
        .filter(shown -> !shown.isEmpty())
        .collect(Collectors.joining(between));
  }

  private String element(JsonNode element) {
    String placeholder = text(element.path("placeholder"));
    return switch (element.path("type").asText()) {
      case "plain_text", "mrkdwn" -> text(element);
      case "image" -> "<" + element.path("alt_text").asText() + ">";
      case "button" -> "[" + text(element.path("text")) + "]";
      case "static_select", "multi_static_select", "overflow" ->
          (placeholder + " {" + String.join(" | ", options(element)) + "}").strip();
      case "checkboxes" -> "[ ] " + String.join("\n[ ] ", options(element));
      case "radio_buttons" -> "( ) " + String.join("\n( ) ", options(element));
      case "plain_text_input" ->
          ("____ " + element.path("initial_value").asText(placeholder)).strip();
      case "datepicker" -> ("____ " + element.path("initial_date").asText(placeholder)).strip();
      case "timepicker" -> ("____ " + element.path("initial_time").asText(placeholder)).strip();
      default -> "";
    };
  }

  private List<String> options(JsonNode element) {
    return element.has("option_groups")
        ? Json.each(element.path("option_groups"))
            .flatMap(group -> options(group).stream())
            .toList()
        : Json.each(element.path("options")).map(this::option).toList();
  }

  private String option(JsonNode option) {
    String description = text(option.path("description"));
    return text(option.path("text")) + (description.isEmpty() ? "" : " (" + description + ")");
  }

  private String text(JsonNode text) {
    String said = text.path("text").asText();
    return text.path("type").asText().equals("mrkdwn") ? words.mrkdwn(said) : said;
  }

  private static String lines(String... parts) {
    return List.of(parts).stream().filter(p -> !p.isEmpty()).collect(Collectors.joining("\n"));
  }
}
