package studycoach.platform.slack.fake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whom a message calls: whoever its text, its mrkdwn or its rich text names. */
final class Pings {
  private static final Pattern MENTION =
      Pattern.compile("<@(\\w+)[^>]*>|<!subteam\\^(\\w+)[^>]*>|<!(here|channel|everyone)[^>]*>");
  private static final Pattern BARE = Pattern.compile("(?<!\\w)@(here|channel|everyone)\\b");

  private Pings() {}

  static Set<String> of(JsonNode content) {
    Set<String> called = new HashSet<>();
    String text = content.path("text").asText();
    find(MENTION, text, called);
    if (Call.truth(content.path("link_names")) || content.path("parse").asText().equals("full")) {
      find(BARE, text, called);
    }
    content.path("blocks").forEach(block -> inside(block, called));
    return Set.copyOf(called);
  }

  private static void inside(JsonNode node, Set<String> called) {
    switch (node.path("type").asText()) {
      case "mrkdwn", "markdown" -> find(MENTION, node.path("text").asText(), called);
      case "user" -> called.add(node.path("user_id").asText());
      case "usergroup" -> called.add(node.path("usergroup_id").asText());
      case "broadcast" -> called.add(node.path("range").asText());
      default -> {}
    }
    node.forEach(inner -> inside(inner, called));
  }

  private static void find(Pattern pattern, String text, Set<String> called) {
    Matcher hit = pattern.matcher(text);
    while (hit.find()) {
      for (int group = 1; group <= hit.groupCount(); group++) {
        if (hit.group(group) != null) {
          called.add(hit.group(group));
        }
      }
    }
  }
}
