package studycoach.doctor;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Whether all settings can be used.
 *
 * @param file which may be absent
 * @param wrong a line for each that can't, with its key and an example
 */
public record SettingsCheck(Path file, List<String> wrong) implements Check {
  @Override
  public String title() {
    return "settings";
  }

  @Override
  public List<Remark> remarks() {
    if (!wrong.isEmpty()) {
      return wrong.stream().map(line -> Remark.error(line, "")).toList();
    }
    return List.of(
        Files.exists(file)
            ? Remark.ok(file + " and the environment can be read")
            : Remark.ok("There is no " + file + "; the environment and the defaults hold"));
  }
}
