package studycoach.platform.terminal;

import java.util.Map;
import java.util.function.IntConsumer;
import org.jline.utils.Signals;

/** The signals by which a terminal or the operating system asks the program to stop. */
public final class StopSignals {
  private static final Map<String, Integer> NUMBERS = Map.of("HUP", 1, "INT", 2, "TERM", 15);

  private StopSignals() {}

  /**
   * Has them told instead of ending the program. One that the platform does not know, or that Java
   * was told to leave alone, stays what it is.
   *
   * @param hears the signal's number, each time on a thread of its own
   */
  public static void tell(IntConsumer hears) {
    NUMBERS.forEach((name, number) -> Signals.register(name, () -> hears.accept(number)));
  }
}
