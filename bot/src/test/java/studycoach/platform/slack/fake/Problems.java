package studycoach.platform.slack.fake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/** What is wrong with blocks; a path is a JSON pointer, as in {@code /blocks/0/text}. */
final class Problems {
  private record Problem(String path, String message) {}

  private final List<Problem> found = new ArrayList<>();

  void check(boolean holds, String path, String message) {
    if (!holds) {
      found.add(new Problem(path, message));
    }
  }

  /** Names that must be there and names that may be, each in a list with spaces between. */
  void keys(JsonNode node, String path, String required, String optional) {
    Set<String> may = new HashSet<>(List.of(optional.split(" ", -1)));
    for (String key : required.split(" ", -1)) {
      may.add(key);
      check(key.isEmpty() || node.hasNonNull(key), path, "missing required field: " + key);
    }
    for (Iterator<String> keys = node.fieldNames(); keys.hasNext(); ) {
      String key = keys.next();
      check(may.contains(key), path, "invalid additional property: " + key);
    }
  }

  /** A text of min to max characters; one that may be absent is not checked when it is. */
  void text(JsonNode holder, String path, String key, int min, int max) {
    JsonNode text = holder.path(key);
    if (!text.isMissingNode()) {
      int length = text.asText().length();
      check(text.isTextual(), path + "/" + key, "must be a string");
      check(length >= min, path + "/" + key, "must be more than " + (min - 1) + " characters");
      check(length <= max, path + "/" + key, "must be less than " + (max + 1) + " characters");
    }
  }

  void count(JsonNode holder, String path, String key, int min, int max) {
    int size = holder.path(key).size();
    check(size >= min, path + "/" + key, "no more than " + max + " and no fewer than " + min);
    check(size <= max, path + "/" + key, "no more than " + max + " items allowed, are " + size);
  }

  void oneOf(JsonNode holder, String path, String key, String... allowed) {
    JsonNode value = holder.path(key);
    boolean holds = value.isMissingNode() || List.of(allowed).contains(value.asText());
    check(holds, path + "/" + key, "must be one of " + List.of(allowed));
  }

  void flags(JsonNode holder, String path, String... keys) {
    for (String key : keys) {
      boolean holds = !holder.has(key) || holder.get(key).isBoolean();
      check(holds, path + "/" + key, "must be a boolean");
    }
  }

  void distinct(List<String> values, String path) {
    check(new HashSet<>(values).size() == values.size(), path, "must be unique: " + values);
  }

  boolean none() {
    return found.isEmpty();
  }

  /** As Slack lists them in {@code response_metadata.messages}. */
  List<String> messages() {
    return found.stream()
        .map(problem -> "[ERROR] " + problem.message() + " [json-pointer:" + problem.path() + "]")
        .toList();
  }

  @Override
  public String toString() {
    return String.join("; ", found.stream().map(p -> p.path() + ": " + p.message()).toList());
  }
}
