package studycoach.config;

import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studycoach.yaml.YamlMap;

/**
 * Where a setting comes from: the environment goes before the file, the file before the default.
 *
 * @param wrong where a line is added for each that is wrong; its default stands in for it
 */
record Source(Map<String, String> environment, List<String> wrong) {
  private static final Map<String, Settings.Log> FORMATS =
      Map.of("text", Settings.Log.TEXT, "json", Settings.Log.JSON);

  String text(String variable, Optional<YamlMap> yaml, String key, String byDefault) {
    return Optional.ofNullable(environment.get(variable))
        .filter(value -> !value.isBlank())
        .or(() -> yaml.flatMap(map -> map.optionalText(key)))
        .orElse(byDefault);
  }

  Settings.Log log(String variable, Optional<YamlMap> yaml, String key) {
    String format = text(variable, yaml, key, "text");
    if (!FORMATS.containsKey(format)) {
      wrong.add("log.format (" + variable + "): must be text or json");
    }
    return FORMATS.getOrDefault(format, Settings.Log.TEXT);
  }

  /** A name may hold what this system, or its language, can't write: an umlaut without UTF-8. */
  Path folder(String variable, Optional<YamlMap> yaml, String key, String byDefault) {
    try {
      return Path.of(text(variable, yaml, key, byDefault));
    } catch (InvalidPathException e) {
      wrong.add(key + " (" + variable + "): is no path on this system, e.g. " + byDefault);
      return Path.of(byDefault);
    }
  }

  Backups backups(Optional<YamlMap> yaml) {
    return Backups.of(
        text("COACH_BACKUP_FOLDER", yaml, "folder", ""),
        text("COACH_BACKUP_TIME", yaml, "time", Backups.DEFAULT_TIME),
        number("COACH_BACKUP_KEEP", yaml, "keep", Backups.DEFAULT_KEEP, 1, Backups.MOST_KEPT),
        wrong);
  }

  /**
   * @param ending of every address that is good
   */
  Optional<URI> address(String variable, String ending, String example) {
    Optional<String> set =
        Optional.ofNullable(environment.get(variable)).filter(value -> !value.isBlank());
    Optional<URI> address = set.flatMap(value -> address(value.strip(), ending));
    if (set.isPresent() && address.isEmpty()) {
      wrong.add(variable + ": must end in " + ending + ", e.g. " + example);
    }
    return address;
  }

  private static Optional<URI> address(String value, String ending) {
    try {
      return Optional.of(URI.create(value))
          .filter(uri -> uri.isAbsolute() && uri.toString().endsWith(ending));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  int number(
      String variable, Optional<YamlMap> yaml, String key, int byDefault, int least, int most) {
    Optional<String> set =
        Optional.ofNullable(environment.get(variable)).filter(value -> !value.isBlank());
    if (set.isEmpty()) {
      return yaml.filter(map -> map.has(key))
          .map(map -> map.number(key, least, most))
          .orElse(byDefault);
    }
    try {
      int number = Integer.parseInt(set.get().strip());
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // told below, like a number out of range
    }
    wrong.add(
        variable
            + ": must be a whole number from "
            + least
            + " to "
            + most
            + ", e.g. "
            + byDefault);
    return byDefault;
  }
}
