package planted.violation.feature.one;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.time.Instant;
import planted.violation.feature.two.Other;
import studycoach.platform.terminal.TerminalAdapter;

/** Breaks four rules of the architecture, so that a test can see them bite. */
final class Curious {
  private Curious() {}

  static String asks(Other other, TerminalAdapter terminal, Scheduler scheduler) {
    return other.toString() + terminal.platform() + scheduler + Instant.now();
  }
}
