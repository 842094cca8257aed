package studycoach.platform.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** What is wrong with a request's body; a path is dotted, as in {@code embeds.0.title}. */
final class Problems {
  private record Problem(String path, String message) {}

  private final List<Problem> found = new ArrayList<>();

  void check(boolean holds, String path, String message) {
    if (!holds) {
      found.add(new Problem(path, message));
    }
  }

  /** A text of min to max characters; one that may be absent has min 0. */
  void text(JsonNode holder, String path, String key, int min, int max) {
    int length = length(holder.path(key));
    String message = "Must be between " + min + " and " + max + " in length, is " + length + ".";
    check(length >= min && length <= max, at(path, key), message);
  }

  void count(JsonNode holder, String path, String key, int min, int max) {
    int size = holder.path(key).size();
    String message = "Must be between " + min + " and " + max + " entries, has " + size + ".";
    check(size >= min && size <= max, at(path, key), message);
  }

  void distinct(List<String> values, String path) {
    check(new HashSet<>(values).size() == values.size(), path, "Must be unique: " + values);
  }

  boolean none() {
    return found.isEmpty();
  }

  /** Discord's tree of errors. */
  ObjectNode tree() {
    var root = Json.object();
    for (Problem problem : found) {
      ObjectNode node = root;
      for (String part : problem.path().split("\\.", -1)) {
        node = node.withObjectProperty(part);
      }
      node.withArrayProperty("_errors")
          .addObject()
          .put("code", "BASE_TYPE_INVALID")
          .put("message", problem.message());
    }
    return root;
  }

  @Override
  public String toString() {
    return String.join("; ", found.stream().map(p -> p.path() + ": " + p.message()).toList());
  }

  static int length(JsonNode text) {
    String value = text.isTextual() ? text.asText() : "";
    return value.codePointCount(0, value.length());
  }

  static String at(String path, Object key) {
    return path.isEmpty() ? key.toString() : path + "." + key;
  }
}
