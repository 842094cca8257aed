package studycoach.health;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A look at something that may hang. There is one at a time, on a thread of its own; whoever asks
 * meanwhile shares it, and nobody waits for longer than a while. Thread-safe.
 */
final class Probe<T> implements AutoCloseable {
  private final Supplier<T> look;
  private final Duration patience;
  private final ExecutorService thread;
  private @Nullable CompletableFuture<T> running;

  /**
   * @param patience how long anybody waits
   */
  Probe(String name, Duration patience, Supplier<T> look) {
    this.look = look;
    this.patience = patience;
    this.thread =
        Executors.newSingleThreadExecutor(
            task -> {
              Thread made = new Thread(task, name);
              made.setDaemon(true);
              return made;
            });
  }

  /** What is seen; fails with what the look threw, or if it took too long. */
  synchronized CompletableFuture<T> take() {
    if (running == null || running.isDone()) {
      running = CompletableFuture.supplyAsync(look, thread);
    }
    return running.copy().orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
