package studycoach.platform.slack.fake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** What Slack takes as texts, options and questions whether somebody is sure. */
record TextLimits(Problems problems) {
  void plain(JsonNode holder, String path, String key, int max) {
    JsonNode text = holder.path(key);
    if (!text.isMissingNode()) {
      String at = path + "/" + key;
      problems.check(is(text, "plain_text"), at, "must be plain_text");
      checked(text, at, max);
    }
  }

  void any(JsonNode holder, String path, String key, int max) {
    if (holder.has(key)) {
      any(holder.get(key), path + "/" + key, max);
    }
  }

  void any(JsonNode text, String path, int max) {
    problems.check(is(text, "plain_text") || is(text, "mrkdwn"), path, "must be a text object");
    checked(text, path, max);
  }

  private void checked(JsonNode text, String path, int max) {
    boolean plain = is(text, "plain_text");
    problems.keys(text, path, "type text", plain ? "emoji" : "verbatim");
    problems.text(text, path, "text", 1, max);
    problems.flags(text, path, "emoji", "verbatim");
  }

  private static boolean is(JsonNode text, String type) {
    return text.path("type").asText().equals(type);
  }

  /** Options of a menu are plain; those of boxes and radio buttons may be mrkdwn. */
  void options(JsonNode holder, String path, String key, int min, int max, boolean plain) {
    problems.count(holder, path, key, min, max);
    int number = 0;
    for (JsonNode option : holder.path(key)) {
      option(option, path + "/" + key + "/" + number++, plain);
    }
    List<String> values =
        Json.each(holder.path(key)).map(option -> option.path("value").asText()).toList();
    problems.distinct(values, path + "/" + key + "/value");
  }

  void option(JsonNode option, String path, boolean plain) {
    problems.keys(option, path, "text value", "description url");
    problems.text(option, path, "value", 1, 150);
    problems.text(option, path, "url", 1, 3000);
    if (plain) {
      plain(option, path, "text", 75);
      plain(option, path, "description", 75);
    } else {
      any(option, path, "text", 75);
      any(option, path, "description", 75);
    }
  }

  void confirm(JsonNode holder, String path) {
    JsonNode confirm = holder.path("confirm");
    if (confirm.isObject()) {
      String at = path + "/confirm";
      problems.keys(confirm, at, "title text confirm deny", "style");
      plain(confirm, at, "title", 100);
      any(confirm, at, "text", 300);
      plain(confirm, at, "confirm", 30);
      plain(confirm, at, "deny", 30);
      problems.oneOf(confirm, at, "style", "primary", "danger");
    }
  }
}
