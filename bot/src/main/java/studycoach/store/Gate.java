package studycoach.store;

import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.MethodExecutionContext;
import net.ttddyy.dsproxy.listener.MethodExecutionListener;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;

/**
 * Has H2 write its file only while no statement changes anything. H2 writes the tables, indexes and
 * undo logs one after the other while statements go on; killed right then, it would come back with
 * a row that can't be taken back any more, or that its indexes lack.
 */
final class Gate implements QueryExecutionListener, MethodExecutionListener {
  /** What changes something without being a statement. */
  private static final Set<String> CHANGING =
      Set.of("commit", "rollback", "setAutoCommit", "close");

  /** A statement may wait for another's end, which must not wait behind us. */
  private static final Duration TURN = Duration.ofMillis(5);

  /** Longer than any statement waits for another in H2. */
  private static final Duration PATIENCE = Duration.ofSeconds(4);

  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();

  /** The same database, through this gate. */
  DataSource around(DataSource source) {
    return ProxyDataSourceBuilder.create(source).listener(this).methodListener(this).build();
  }

  /** Runs what writes the file, alone unless some statement takes too long. */
  void alone(Runnable write) {
    boolean mine = enter();
    try {
      write.run();
    } finally {
      if (mine) {
        lock.writeLock().unlock();
      }
    }
  }

  private boolean enter() {
    long start = System.nanoTime();
    boolean interrupted = false;
    boolean mine = false;
    while (!mine && System.nanoTime() - start < PATIENCE.toNanos()) {
      try {
        mine = lock.writeLock().tryLock(TURN.toMillis(), TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return mine;
  }

  @Override
  public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {
    if (isChange(queries)) {
      lock.readLock().lock();
    }
  }

  @Override
  public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
    if (isChange(queries)) {
      lock.readLock().unlock();
    }
  }

  private static boolean isChange(List<QueryInfo> queries) {
    return queries.stream().anyMatch(query -> isChange(query.getQuery()));
  }

  /** Whether a statement is no mere question. */
  static boolean isChange(String sql) {
    String trimmed = sql.stripLeading();
    return !startsWith(trimmed, "SELECT") && !startsWith(trimmed, "CHECKPOINT");
  }

  private static boolean startsWith(String sql, String word) {
    return sql.regionMatches(true, 0, word, 0, word.length());
  }

  @Override
  public void beforeMethod(MethodExecutionContext call) {
    if (isChange(call)) {
      lock.readLock().lock();
    }
  }

  @Override
  public void afterMethod(MethodExecutionContext call) {
    if (isChange(call)) {
      lock.readLock().unlock();
    }
  }

  private static boolean isChange(MethodExecutionContext call) {
    return call.getTarget() instanceof Connection && CHANGING.contains(call.getMethod().getName());
  }
}
