package studycoach.platform.slack.fake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;

/** What Slack takes as blocks. */
final class BlockLimits {
  private final Problems problems;
  private final TextLimits texts;
  private final ElementLimits elements;
  private final boolean inMessage;

  BlockLimits(Problems problems, boolean inMessage) {
    this.problems = problems;
    this.inMessage = inMessage;
    texts = new TextLimits(problems);
    elements = new ElementLimits(problems, texts);
  }

  /**
   * @param surface a message or view
   */
  void all(JsonNode surface, int most) {
    JsonNode blocks = surface.path("blocks");
    problems.check(blocks.isMissingNode() || blocks.isArray(), "/blocks", "must be an array");
    problems.check(blocks.size() <= most, "/blocks", "no more than " + most + " items allowed");
    int number = 0;
    for (JsonNode block : blocks) {
      block(block, "/blocks/" + number++);
    }
    List<String> ids =
        Json.each(blocks)
            .filter(block -> block.has("block_id"))
            .map(block -> block.path("block_id").asText())
            .toList();
    problems.distinct(ids, "/blocks/block_id");
    problems.distinct(ElementLimits.actionIds(surface), "/blocks/action_id");
    int markdown =
        Json.each(blocks)
            .filter(block -> block.path("type").asText().equals("markdown"))
            .mapToInt(block -> block.path("text").asText().length())
            .sum();
    problems.check(markdown <= 12_000, "/blocks", "markdown of more than 12000 characters");
  }

  private void block(JsonNode block, String path) {
    problems.text(block, path, "block_id", 1, 255);
    switch (block.path("type").asText()) {
      case "section" -> section(block, path);
      case "header" -> {
        problems.keys(block, path, "type text", "block_id");
        texts.plain(block, path, "text", 150);
      }
      case "divider" -> problems.keys(block, path, "type", "block_id");
      case "context" -> context(block, path);
      case "actions" -> actions(block, path);
      case "image" -> image(block, path);
      case "input" -> input(block, path);
      case "rich_text" -> new RichTextLimits(problems).block(block, path);
      case "markdown" -> {
        problems.keys(block, path, "type text", "block_id");
        problems.text(block, path, "text", 1, 12_000);
        problems.check(inMessage, path, "markdown stands in messages only");
      }
      default -> problems.check(false, path, "unsupported type: " + block.path("type"));
    }
  }

  private void section(JsonNode section, String path) {
    problems.keys(section, path, "type", "block_id text fields accessory expand");
    problems.check(section.has("text") || section.has("fields"), path, "text or fields needed");
    problems.flags(section, path, "expand");
    texts.any(section, path, "text", 3000);
    if (section.has("fields")) {
      problems.count(section, path, "fields", 1, 10);
      int number = 0;
      for (JsonNode field : section.path("fields")) {
        texts.any(field, path + "/fields/" + number++, 2000);
      }
    }
    if (section.has("accessory")) {
      elements.element(section.get("accessory"), path + "/accessory", ElementLimits.IN_SECTION);
    }
  }

  private void context(JsonNode context, String path) {
    problems.keys(context, path, "type elements", "block_id");
    problems.count(context, path, "elements", 1, 10);
    int number = 0;
    for (JsonNode element : context.path("elements")) {
      String at = path + "/elements/" + number++;
      if (element.path("type").asText().equals("image")) {
        elements.element(element, at, Set.of("image"));
      } else {
        texts.any(element, at, 3000);
      }
    }
  }

  private void actions(JsonNode actions, String path) {
    problems.keys(actions, path, "type elements", "block_id");
    problems.count(actions, path, "elements", 1, 25);
    int number = 0;
    for (JsonNode element : actions.path("elements")) {
      elements.element(element, path + "/elements/" + number++, ElementLimits.IN_ACTIONS);
    }
  }

  private void image(JsonNode image, String path) {
    problems.keys(image, path, "type alt_text", "block_id image_url slack_file title");
    elements.picture(image, path);
    texts.plain(image, path, "title", 2000);
  }

  private void input(JsonNode input, String path) {
    problems.check(!inMessage, path, "input stands in modals and Home only");
    problems.keys(input, path, "type label element", "block_id dispatch_action hint optional");
    problems.flags(input, path, "dispatch_action", "optional");
    texts.plain(input, path, "label", 2000);
    texts.plain(input, path, "hint", 2000);
    elements.element(input.path("element"), path + "/element", ElementLimits.IN_INPUT);
  }
}
