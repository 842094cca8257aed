package studycoach.engine;

import java.util.function.BiFunction;
import studycoach.chat.Incoming;

/** Incidents of a database that is never away. */
record Bugs(BiFunction<Incoming, RuntimeException, String> told) implements Incidents {
  @Override
  public String report(Incoming incoming, RuntimeException cause) {
    return told.apply(incoming, cause);
  }

  @Override
  public boolean isOutage(RuntimeException cause) {
    return false;
  }
}
