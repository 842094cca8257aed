package studycoach.platform.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;

/** What Discord takes as slash commands. */
final class CommandLimits {
  private static final int SUBCOMMAND = 1;
  private static final int GROUP = 2;
  private final Problems problems;

  CommandLimits(Problems problems) {
    this.problems = problems;
  }

  void all(JsonNode commands) {
    problems.check(commands.size() <= 100, "commands", "Must be 100 or fewer");
    names(commands, "commands");
    for (JsonNode command : commands) {
      one(command);
    }
  }

  void one(JsonNode command) {
    String path = command.path("name").asText();
    if (command.path("type").asInt(1) != 1) {
      problems.text(command, path, "name", 1, 32);
      return;
    }
    named(command, path);
    options(command, path, 0);
    problems.check(size(command) <= 8000, path, "Must be 8000 or fewer characters in all");
  }

  private void named(JsonNode named, String path) {
    String name = named.path("name").asText();
    boolean wellFormed = name.matches("[-_'\\p{L}\\p{N}]{1,32}") && name.equals(lower(name));
    problems.check(wellFormed, path + ".name", "Not a name: " + name);
    problems.text(named, path, "description", 1, 100);
  }

  private void options(JsonNode holder, String path, int depth) {
    problems.count(holder, path, "options", 0, 25);
    names(holder.path("options"), path);
    boolean optional = false;
    for (JsonNode option : holder.path("options")) {
      String at = path + "." + option.path("name").asText();
      named(option, at);
      boolean required = option.path("required").asBoolean();
      problems.check(!(optional && required), at, "Required options come before optional ones");
      optional |= !required;
      int type = option.path("type").asInt();
      problems.check(type >= 1 && type <= 11, at + ".type", "Unknown type " + type);
      if (type == SUBCOMMAND || type == GROUP) {
        problems.check(type == GROUP ? depth == 0 : depth <= 1, at, "Nested too deeply");
        options(option, at, type == GROUP ? 1 : 2);
      } else {
        choices(option, at);
      }
    }
  }

  private void choices(JsonNode option, String path) {
    problems.count(option, path, "choices", 0, 25);
    boolean both = option.path("autocomplete").asBoolean() && !option.path("choices").isEmpty();
    problems.check(!both, path, "Either choices or autocomplete");
    for (JsonNode choice : option.path("choices")) {
      choice(choice, path + ".choices");
    }
  }

  /** A choice of an option, or one that is suggested. */
  void choice(JsonNode choice, String path) {
    problems.text(choice, path, "name", 1, 100);
    if (choice.path("value").isTextual()) {
      problems.text(choice, path, "value", 1, 100);
    }
  }

  private void names(JsonNode named, String path) {
    List<String> names = Json.each(named).map(each -> each.path("name").asText()).toList();
    problems.distinct(names, path + ".name");
  }

  private static int size(JsonNode node) {
    int own =
        Stream.of("name", "description", "value")
            .mapToInt(key -> Problems.length(node.path(key)))
            .sum();
    return own
        + Stream.of("options", "choices")
            .flatMap(key -> Json.each(node.path(key)))
            .mapToInt(CommandLimits::size)
            .sum();
  }

  private static String lower(String text) {
    return text.toLowerCase(java.util.Locale.ROOT);
  }
}
