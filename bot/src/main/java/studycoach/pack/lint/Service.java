package studycoach.pack.lint;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A service or feature that is no longer what questions may assume.
 *
 * @param names that it goes or went by, as they are written in texts
 * @param alone whether a name counts only where no capitalised word follows, since current names
 *     begin with it
 * @param since when it changed
 * @param now its present name, or what the provider suggests instead
 */
record Service(
    List<String> names,
    boolean alone,
    Status status,
    Optional<LocalDate> since,
    Optional<String> now) {
  Service {
    names = List.copyOf(names);
  }

  /** The provider's own words for what became of it. */
  enum Status {
    RENAMED("was renamed"),
    /** Closed to new customers. */
    MAINTENANCE("is in maintenance, closed to new customers"),
    /** The date of its end is published. */
    SUNSET("is about to end"),
    SHUT_DOWN("was shut down");

    private final String words;

    Status(String words) {
      this.words = words;
    }
  }

  /** What became of it, e.g. {@code was renamed (2024-12-03); now: Amazon SageMaker AI}. */
  String fate() {
    return status.words
        + since.map(day -> " (" + day + ")").orElse("")
        + now.map(name -> "; now: " + name).orElse("");
  }
}
