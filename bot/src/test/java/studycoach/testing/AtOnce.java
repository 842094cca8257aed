package studycoach.testing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does things at the same time, each on a thread of its own. */
public final class AtOnce {
  private AtOnce() {}

  /**
   * What came of each.
   *
   * @throws Exception if one has failed
   */
  public static <T> List<T> atOnce(List<Callable<T>> works) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(works.size());
    try {
      List<T> results = new ArrayList<>();
      for (Future<T> done : threads.invokeAll(works)) {
        results.add(done.get());
      }
      return results;
    } finally {
      threads.shutdownNow();
    }
  }

  /** The same thing many times. */
  public static <T> List<T> atOnce(int times, Callable<T> work) throws Exception {
    return atOnce(Collections.nCopies(times, work));
  }
}
