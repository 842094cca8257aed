package studycoach.platform.slack.fake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What Slack takes as controls. */
record ElementLimits(Problems problems, TextLimits texts) {
  static final Set<String> IN_ACTIONS =
      Set.of(
          "button",
          "static_select",
          "checkboxes",
          "radio_buttons",
          "overflow",
          "datepicker",
          "timepicker");
  static final Set<String> IN_SECTION =
      Set.of(
          "button",
          "static_select",
          "multi_static_select",
          "checkboxes",
          "radio_buttons",
          "overflow",
          "datepicker",
          "timepicker",
          "image");
  static final Set<String> IN_INPUT =
      Set.of(
          "plain_text_input",
          "static_select",
          "multi_static_select",
          "checkboxes",
          "radio_buttons",
          "datepicker",
          "timepicker");

  void element(JsonNode element, String path, Set<String> allowed) {
    String type = element.path("type").asText();
    problems.check(allowed.contains(type), path, "unsupported element here: " + type);
    problems.text(element, path, "action_id", 1, 255);
    problems.flags(element, path, "focus_on_load", "multiline");
    texts.confirm(element, path);
    texts.plain(element, path, "placeholder", 150);
    switch (type) {
      case "button" -> button(element, path);
      case "static_select", "multi_static_select" -> select(element, path);
      case "overflow" -> overflow(element, path);
      case "checkboxes", "radio_buttons" -> boxes(element, path);
      case "plain_text_input" -> input(element, path);
      case "datepicker" -> picker(element, path, "initial_date", "\\d{4}-\\d\\d-\\d\\d", "");
      case "timepicker" -> picker(element, path, "initial_time", "\\d\\d:\\d\\d", " timezone");
      case "image" -> image(element, path);
      default -> {}
    }
  }

  private void button(JsonNode button, String path) {
    problems.keys(
        button, path, "type text", "action_id url value style confirm accessibility_label");
    texts.plain(button, path, "text", 75);
    problems.text(button, path, "url", 1, 3000);
    problems.text(button, path, "value", 1, 2000);
    problems.text(button, path, "accessibility_label", 1, 75);
    problems.oneOf(button, path, "style", "primary", "danger");
  }

  private void select(JsonNode select, String path) {
    boolean many = select.path("type").asText().startsWith("multi");
    String begin = many ? "initial_options max_selected_items" : "initial_option";
    problems.keys(
        select,
        path,
        "type",
        "action_id options option_groups confirm focus_on_load placeholder " + begin);
    boolean grouped = select.has("option_groups");
    problems.check(grouped != select.has("options"), path, "either options or option_groups");
    if (grouped) {
      problems.count(select, path, "option_groups", 1, 100);
      int number = 0;
      for (JsonNode group : select.path("option_groups")) {
        String at = path + "/option_groups/" + number++;
        problems.keys(group, at, "label options", "");
        texts.plain(group, at, "label", 75);
        texts.options(group, at, "options", 1, 100, true);
      }
    } else {
      texts.options(select, path, "options", 1, 100, true);
    }
    if (many && select.has("max_selected_items")) {
      problems.check(
          select.path("max_selected_items").asInt() >= 1, path, "max_selected_items is at least 1");
    }
    initial(select, path);
  }

  private void overflow(JsonNode overflow, String path) {
    problems.keys(overflow, path, "type options", "action_id confirm");
    texts.options(overflow, path, "options", 1, 5, true);
  }

  private void boxes(JsonNode boxes, String path) {
    boolean many = boxes.path("type").asText().equals("checkboxes");
    String begin = many ? "initial_options" : "initial_option";
    problems.keys(boxes, path, "type options", "action_id confirm focus_on_load " + begin);
    texts.options(boxes, path, "options", 1, 10, false);
    initial(boxes, path);
  }

  /** What is chosen at first must be among the options, to the letter. */
  private void initial(JsonNode element, String path) {
    var options = new ArrayList<JsonNode>();
    element.path("options").forEach(options::add);
    element.path("option_groups").forEach(group -> group.path("options").forEach(options::add));
    var chosen = new ArrayList<JsonNode>();
    element.path("initial_options").forEach(chosen::add);
    if (element.has("initial_option")) {
      chosen.add(element.get("initial_option"));
    }
    problems.check(options.containsAll(chosen), path, "initial option is not among the options");
    boolean something = !element.has("initial_options") || !chosen.isEmpty();
    problems.check(something, path + "/initial_options", "must provide at least one item");
  }

  private void input(JsonNode input, String path) {
    problems.keys(
        input,
        path,
        "type",
        "action_id initial_value multiline min_length max_length dispatch_action_config"
            + " focus_on_load placeholder");
    int least = input.path("min_length").asInt(0);
    int most = input.path("max_length").asInt(3000);
    problems.check(0 <= least && least <= most, path + "/min_length", "must be 0 to max_length");
    problems.check(1 <= most && most <= 3000, path + "/max_length", "must be 1 to 3000");
    problems.text(input, path, "initial_value", 0, most);
  }

  private void picker(JsonNode picker, String path, String key, String form, String more) {
    problems.keys(
        picker, path, "type", "action_id confirm focus_on_load placeholder " + key + more);
    boolean holds = !picker.has(key) || picker.path(key).asText().matches(form);
    problems.check(holds, path + "/" + key, "must look like " + form);
  }

  void image(JsonNode image, String path) {
    problems.keys(image, path, "type alt_text", "image_url slack_file");
    picture(image, path);
  }

  void picture(JsonNode image, String path) {
    boolean one = image.has("image_url") != image.has("slack_file");
    problems.check(one, path, "either image_url or slack_file");
    problems.text(image, path, "image_url", 1, 3000);
    problems.text(image, path, "alt_text", 1, 2000);
  }

  /** Every action_id of a message or view. */
  static List<String> actionIds(JsonNode surface) {
    return Control.of(surface).stream().map(Control::actionId).toList();
  }
}
