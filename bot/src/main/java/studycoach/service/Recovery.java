package studycoach.service;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studycoach.store.Outages;

/** Has the bot take up what was cut short while the database was away. */
final class Recovery implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);
  private static final Duration LOOK = Duration.ofSeconds(2);

  private final Outages outages;
  private final Runnable takeUp;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(Recovery::daemon);

  private final Future<?> looking;

  /** Looks from now on. */
  Recovery(Outages outages, Runnable takeUp) {
    this.outages = outages;
    this.takeUp = takeUp;
    this.looking =
        thread.scheduleWithFixedDelay(
            this::look, LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "recovery");
    thread.setDaemon(true);
    return thread;
  }

  private void look() {
    long failures = outages.failures();
    if (failures == 0) {
      return;
    }
    try {
      takeUp.run();
      outages.end(failures);
    } catch (RuntimeException e) {
      if (!outages.isOne(e)) {
        LOG.error("What the database has cut short could not be taken up; trying again", e);
      }
    }
  }

  @Override
  public void close() {
    looking.cancel(true);
    thread.shutdownNow();
  }
}
