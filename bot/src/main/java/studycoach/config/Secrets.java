package studycoach.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Secrets: from the environment, or from files that it names, and from nowhere else. */
public final class Secrets {
  private static final String FILE = "_FILE";

  private final Map<String, String> environment;

  public Secrets(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  /** Whether a secret is given, be it readable or not. */
  public boolean isSet(String name) {
    return set(name).isPresent() || set(name + FILE).isPresent();
  }

  /**
   * A secret: the value of the variable, or what stands in the file that {@code NAME_FILE} names.
   *
   * @throws SettingsException if the file can't be read or is empty
   */
  public Optional<Secret> find(String name) {
    List<String> wrong = new ArrayList<>();
    Optional<Secret> found = find(name, wrong);
    if (!wrong.isEmpty()) {
      throw new SettingsException(wrong);
    }
    return found;
  }

  /**
   * The same.
   *
   * @param wrong where a line is added if the file can't be read or is empty
   */
  public Optional<Secret> find(String name, List<String> wrong) {
    Optional<String> value = set(name);
    return value.isPresent()
        ? value.map(Secret::new)
        : set(name + FILE).flatMap(file -> inFile(name, file, wrong));
  }

  private Optional<String> set(String name) {
    return Optional.ofNullable(environment.get(name)).map(String::strip).filter(v -> !v.isEmpty());
  }

  private static Optional<Secret> inFile(String name, String file, List<String> wrong) {
    try {
      String value = Files.readString(Path.of(file)).strip();
      if (!value.isEmpty()) {
        return Optional.of(new Secret(value));
      }
      wrong.add(name + FILE + ": the file " + shown(file) + " is empty");
    } catch (IOException | InvalidPathException e) {
      wrong.add(
          "%s: the file %s can't be read; name one that can, e.g. /run/secrets/%s"
              .formatted(name + FILE, shown(file), name.toLowerCase(Locale.ROOT)));
    }
    return Optional.empty();
  }

  /** Whoever sets the secret itself in place of a file's path does not find it in a log. */
  private static String shown(String file) {
    return file.startsWith("/") ? file : "(no path from / on)";
  }
}
