package studycoach.health;

import java.lang.management.ManagementFactory;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

/**
 * Whether the process does its work at all. What others do, databases and platforms, is no part of
 * it, since starting the process anew would not mend them.
 *
 * @param working whether the threads that begin due jobs are there
 */
record Liveness(BooleanSupplier working) {
  CompletableFuture<Page> page() {
    return CompletableFuture.completedFuture(look());
  }

  private Page look() {
    if (!working.getAsBoolean()) {
      return Page.bad("the jobs have stopped");
    }
    return ManagementFactory.getThreadMXBean().findDeadlockedThreads() == null
        ? Page.good("ok")
        : Page.bad("threads wait for each other for ever");
  }
}
