package studycoach;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import studycoach.platform.terminal.StopSignals;

/**
 * How a run ends: by a signal, or by a platform that turns the bot away. From then on it may take
 * ten seconds; what is not done by then is left to the next start. A second signal ends it at once.
 */
final class Ending {
  private static final Logger LOG = LoggerFactory.getLogger(Ending.class);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** A process that a signal has ended has a status of this and the signal's number. */
  private static final int SIGNALLED = 128;

  private final CompletableFuture<Integer> status = new CompletableFuture<>();

  private Ending() {}

  /** Listens to signals from now on. */
  static Ending listening() {
    Ending ending = new Ending();
    StopSignals.tell(ending::signalled);
    return ending;
  }

  private void signalled(int signal) {
    if (!end(CommandLine.ExitCode.OK)) {
      Runtime.getRuntime().halt(SIGNALLED + signal);
    }
    LOG.info("Stopping.");
  }

  /** A platform wants the bot no more. */
  void turnedAway(String reason) {
    LOG.error("{}", reason);
    end(CommandLine.ExitCode.SOFTWARE);
  }

  private boolean end(int with) {
    boolean first = status.complete(with);
    if (first) {
      Executor late = CompletableFuture.delayedExecutor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      late.execute(() -> Runtime.getRuntime().halt(with));
    }
    return first;
  }

  /** Waits for it, and gives the exit status. */
  int await() {
    return status.join();
  }
}
