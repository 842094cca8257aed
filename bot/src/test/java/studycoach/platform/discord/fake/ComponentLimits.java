package studycoach.platform.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** What Discord takes as components of messages and modals. */
final class ComponentLimits {
  private static final int ROW = 1;
  private static final int BUTTON = 2;
  private static final int SELECT = 3;
  private static final int TEXT_INPUT = 4;
  private static final int TEXT = 10;
  private static final int LABEL = 18;
  private static final List<Integer> SELECTS = List.of(3, 5, 6, 7, 8);

  private final Problems problems;

  ComponentLimits(Problems problems) {
    this.problems = problems;
  }

  /** Up to five rows of up to five buttons or one select. */
  void rows(JsonNode message) {
    problems.count(message, "", "components", 0, 5);
    for (int i = 0; i < message.path("components").size(); i++) {
      JsonNode row = message.path("components").get(i);
      problems.check(row.path("type").asInt() == ROW, "components." + i, "Must be a row");
      row(row, "components." + i);
    }
    ids(message);
  }

  /** Components V2: up to 40 in all with up to 4,000 characters of text. */
  void second(JsonNode message) {
    List<JsonNode> all = Json.components(message);
    problems.check(all.size() <= 40, "components", "Must be 40 or fewer, are " + all.size());
    int text =
        all.stream()
            .filter(component -> component.path("type").asInt() == TEXT)
            .mapToInt(component -> Problems.length(component.path("content")))
            .sum();
    problems.check(text <= 4000, "components", "Text must be 4000 or fewer, is " + text);
    for (JsonNode component : all) {
      if (component.path("type").asInt() == ROW) {
        row(component, "components");
      }
    }
    ids(message);
  }

  void modal(JsonNode modal) {
    problems.text(modal, "", "title", 1, 45);
    problems.text(modal, "", "custom_id", 1, 100);
    problems.count(modal, "", "components", 1, 5);
    for (int i = 0; i < modal.path("components").size(); i++) {
      modalRow(modal.path("components").get(i), "components." + i);
    }
    ids(modal);
  }

  private void modalRow(JsonNode row, String path) {
    int type = row.path("type").asInt();
    problems.check(List.of(ROW, TEXT, LABEL).contains(type), path, "Not in a modal: " + type);
    if (type == LABEL) {
      problems.text(row, path, "label", 1, 45);
      problems.text(row, path, "description", 0, 100);
      field(row.path("component"), path + ".component");
    } else if (type == ROW) {
      problems.count(row, path, "components", 1, 1);
      JsonNode field = row.path("components").path(0);
      problems.text(field, path, "label", 1, 45);
      field(field, path + ".components.0");
    }
  }

  private void field(JsonNode field, String path) {
    if (field.path("type").asInt() != TEXT_INPUT) {
      select(field, path);
      return;
    }
    problems.text(field, path, "custom_id", 1, 100);
    problems.text(field, path, "placeholder", 0, 100);
    int longest = field.path("max_length").asInt(4000);
    int shortest = field.path("min_length").asInt();
    problems.check(1 <= longest && longest <= 4000, path + ".max_length", "Must be 1 to 4000");
    problems.check(0 <= shortest && shortest <= longest, path + ".min_length", "Above the most");
    problems.text(field, path, "value", 0, longest);
    problems.check(field.path("style").asInt() % 3 != 0, path + ".style", "Must be 1 or 2");
  }

  private void row(JsonNode row, String path) {
    problems.count(row, path, "components", 1, 5);
    for (int i = 0; i < row.path("components").size(); i++) {
      JsonNode component = row.path("components").get(i);
      String at = path + ".components." + i;
      if (component.path("type").asInt() == BUTTON) {
        button(component, at);
      } else {
        problems.check(row.path("components").size() == 1, at, "A select fills its row");
        select(component, at);
      }
    }
  }

  private void button(JsonNode button, String path) {
    boolean link = button.path("style").asInt() == 5;
    problems.text(button, path, "label", button.has("emoji") ? 0 : 1, 80);
    problems.check(
        link == button.has("url") && link != button.has("custom_id"),
        path,
        "A link has a url, any other button a custom_id");
    problems.text(button, path, "url", 0, 512);
    if (!link) {
      problems.text(button, path, "custom_id", 1, 100);
      int style = button.path("style").asInt();
      problems.check(style >= 1 && style <= 4, path + ".style", "Must be 1 to 5");
    }
  }

  private void select(JsonNode select, String path) {
    int type = select.path("type").asInt();
    problems.check(SELECTS.contains(type), path, "Unknown component: " + type);
    problems.text(select, path, "custom_id", 1, 100);
    problems.text(select, path, "placeholder", 0, 150);
    if (type != SELECT) {
      return;
    }
    problems.count(select, path, "options", 1, 25);
    int most = select.path("max_values").asInt(1);
    int fewest = select.path("min_values").asInt(1);
    boolean possible = 1 <= most && most <= select.path("options").size();
    problems.check(possible, path + ".max_values", "Must be 1 to the number of options");
    problems.check(0 <= fewest && fewest <= most, path + ".min_values", "Must be 0 to the most");
    for (JsonNode option : select.path("options")) {
      problems.text(option, path + ".options", "label", 1, 100);
      problems.text(option, path + ".options", "value", 1, 100);
      problems.text(option, path + ".options", "description", 0, 100);
    }
    problems.distinct(
        Json.each(select.path("options")).map(option -> option.path("value").asText()).toList(),
        path + ".options.value");
  }

  private void ids(JsonNode holder) {
    problems.distinct(
        Json.components(holder).stream()
            .filter(component -> component.has("custom_id"))
            .map(component -> component.path("custom_id").asText())
            .toList(),
        "components.custom_id");
  }
}
