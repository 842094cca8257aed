package studycoach.platform.slack;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * Threads that do one thing after the other for each person, in the order in which it was asked.
 */
final class Workers implements AutoCloseable {
  private static final int WAITING = 1_000;
  private static final Duration IDLE = Duration.ofSeconds(30);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final List<ThreadPoolExecutor> threads;

  Workers(String name, int number) {
    threads = IntStream.range(0, number).mapToObj(i -> thread(name)).toList();
  }

  private static ThreadPoolExecutor thread(String name) {
    ThreadPoolExecutor executor =
        new ThreadPoolExecutor(
            1,
            1,
            IDLE.toSeconds(),
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(WAITING),
            task -> new Thread(task, name));
    executor.allowCoreThreadTimeOut(true);
    return executor;
  }

  /** The thread for a person; it refuses work if too much is waiting. */
  Executor of(String user) {
    return threads.get(Math.floorMod(user.hashCode(), threads.size()));
  }

  /** Ends what was begun. */
  @Override
  public void close() {
    threads.forEach(ThreadPoolExecutor::shutdown);
    long end = System.nanoTime() + PATIENCE.toNanos();
    try {
      for (ThreadPoolExecutor thread : threads) {
        thread.awaitTermination(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
