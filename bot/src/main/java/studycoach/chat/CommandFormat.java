package studycoach.chat;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes commands as they may be typed. */
final class CommandFormat {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9@<#._+-][A-Za-z0-9@<>#._:/+-]*");

  private CommandFormat() {}

  static String usage(Command command) {
    return command.options().stream()
        .map(option -> " " + option.name() + ":" + OptionForm.of(option).pattern())
        .collect(Collectors.joining("", command.name(), ""));
  }

  static String line(String command, Arguments arguments) {
    Map<String, Object> sorted = new TreeMap<>(arguments.values());
    return sorted.entrySet().stream()
        .map(entry -> " " + entry.getKey() + ":" + quotedIfNeeded(words(entry.getValue())))
        .collect(Collectors.joining("", command, ""));
  }

  static String quotedIfNeeded(String value) {
    return PLAIN.matcher(value).matches()
        ? value
        : "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  private static String words(Object value) {
    if (value instanceof Boolean flag) {
      return flag ? "yes" : "no";
    }
    if (value instanceof RoleRef role) {
      return "@" + role.id();
    }
    return value instanceof UserRef person ? "@" + person.id() : value.toString();
  }
}
