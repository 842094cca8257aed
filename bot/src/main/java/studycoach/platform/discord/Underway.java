package studycoach.platform.discord;

import java.time.Duration;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import net.dv8tion.jda.api.requests.RestAction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends acknowledgements and answers without waiting, and knows when none is left. */
final class Underway {
  private static final Logger LOG = LoggerFactory.getLogger(Underway.class);

  private final Phaser sending = new Phaser(1);

  void send(RestAction<?> action) {
    send(action, () -> {});
  }

  /**
   * @param taken run when Discord has it
   */
  void send(RestAction<?> action, Runnable taken) {
    send(action, taken, e -> LOG.warn("Discord did not take an answer: {}", e.getMessage()));
  }

  /**
   * @param failed hears why Discord did not take it
   */
  void send(RestAction<?> action, Runnable taken, Consumer<? super Throwable> failed) {
    sending.register();
    action.queue(
        sent -> {
          taken.run();
          sending.arriveAndDeregister();
        },
        e -> {
          failed.accept(e);
          sending.arriveAndDeregister();
        });
  }

  /** Waits, once, until all was taken or refused. */
  void await(Duration patience) throws InterruptedException {
    try {
      sending.awaitAdvanceInterruptibly(
          sending.arrive(), patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      LOG.warn("Discord has not taken all answers in time");
    }
  }
}
