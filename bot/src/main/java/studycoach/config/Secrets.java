package studycoach.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Secrets: from the environment, or from files that it names, and from nowhere else. */
public final class Secrets {
  private final Map<String, String> environment;

  public Secrets(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  /**
   * A secret: the value of the variable, or what stands in the file that {@code NAME_FILE} names.
   *
   * @throws SettingsException if the file can't be read or is empty
   */
  public Optional<Secret> find(String name) {
    Optional<String> value = set(name);
    return value.isPresent()
        ? value.map(Secret::new)
        : set(name + "_FILE").map(file -> inFile(name + "_FILE", file));
  }

  private Optional<String> set(String name) {
    return Optional.ofNullable(environment.get(name)).map(String::strip).filter(v -> !v.isEmpty());
  }

  private static Secret inFile(String variable, String file) {
    try {
      String value = Files.readString(Path.of(file)).strip();
      if (!value.isEmpty()) {
        return new Secret(value);
      }
    } catch (IOException | InvalidPathException e) {
      throw new SettingsException(List.of(variable + ": the file " + file + " can't be read"));
    }
    throw new SettingsException(List.of(variable + ": the file " + file + " is empty"));
  }
}
