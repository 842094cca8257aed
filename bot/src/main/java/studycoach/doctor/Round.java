package studycoach.doctor;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Makes checks one after the other and prints what they say, each when it is known.
 *
 * @param limit how long one check may take; what hangs is left behind on a daemon
 */
public record Round(PrintStream out, Duration limit) {

  /** Whether nothing needs to be done. */
  public boolean isGood(List<Check> checks) {
    ExecutorService threads = Executors.newCachedThreadPool(Round::daemon);
    try {
      boolean good = true;
      for (Check check : checks) {
        out.println(check.title());
        List<Remark> remarks = remarks(check, threads);
        remarks.stream().flatMap(Remark::lines).forEach(line -> out.println("  " + line));
        good &= remarks.stream().allMatch(remark -> remark.level().isGood());
      }
      return good;
    } finally {
      // Never interrupted: that would close the file of a database in use.
      threads.shutdown();
    }
  }

  private List<Remark> remarks(Check check, ExecutorService threads) {
    try {
      return CompletableFuture.supplyAsync(check::remarks, threads)
          .orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS)
          .join();
    } catch (CompletionException e) {
      Throwable cause = Optional.ofNullable(e.getCause()).orElse(e);
      return List.of(cause instanceof TimeoutException ? check.tooLate(limit) : failed(cause));
    }
  }

  /** Without its message, which may hold what nobody foresaw. */
  private static Remark failed(Throwable cause) {
    return Remark.error(
        "This could not be looked at: " + cause.getClass().getSimpleName(),
        "that is a fault of this program: please report it");
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "doctor");
    thread.setDaemon(true);
    return thread;
  }
}
