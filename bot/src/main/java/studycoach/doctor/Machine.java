package studycoach.doctor;

import java.time.Clock;
import java.util.Map;

/**
 * What is around the program on the machine that it runs on.
 *
 * @param environment its variables, secrets included
 */
public record Machine(
    Map<String, String> environment, Clock clock, FreeSpace space, Typeface typeface) {
  public Machine {
    environment = Map.copyOf(environment);
  }

  /** The one that this process runs on. */
  public static Machine real(Clock clock) {
    return new Machine(System.getenv(), clock, FreeSpace.ON_DISK, Typeface.INSTALLED);
  }

  /** Without the variables. */
  @Override
  public String toString() {
    return "Machine[variables=" + environment.size() + "]";
  }
}
