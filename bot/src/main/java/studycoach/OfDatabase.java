package studycoach;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which database a command works on. */
final class OfDatabase {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "The folder of the database (default: the database that is set)")
  private @Nullable Path data;

  /** Empty: the database that is set. */
  Optional<Path> folder() {
    return Optional.ofNullable(data);
  }
}
