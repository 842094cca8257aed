package studycoach.store;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows whether the database was away, so that what it has cut short can be taken up when it is
 * back: a server that can't be reached, or an H2 file that could not be written, for which H2
 * closes it. Thread-safe.
 */
public final class Outages {
  private static final Logger LOG = LoggerFactory.getLogger(Outages.class);

  /** The server stops, has crashed, or is just starting; it has no connection left. */
  private static final Set<String> STATES = Set.of("57P01", "57P02", "57P03", "53300");

  private static final String NO_CONNECTION = "08";

  /** The file can't be read or written (two codes), is closed, or is closed at the end. */
  private static final Set<Integer> H2_CODES = Set.of(90028, 90031, 90098, 90121);

  private static final int H2_GENERAL = 50000;

  private final Runnable reconnect;
  private long failures;

  /**
   * @param reconnect called at each failure, so that no connection to what is gone is used again
   */
  public Outages(Runnable reconnect) {
    this.reconnect = reconnect;
  }

  /** Whether this failure is an outage and no bug; if so, it is noted. */
  public boolean isOne(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && isOutage(sql)) {
        note(sql);
        reconnect.run();
        return true;
      }
    }
    return false;
  }

  private static boolean isOutage(SQLException failure) {
    String state = String.valueOf(failure.getSQLState());
    return failure instanceof SQLTransientConnectionException // from the pool
        || state.startsWith(NO_CONNECTION)
        || STATES.contains(state)
        || H2_CODES.contains(failure.getErrorCode())
        || (failure.getErrorCode() == H2_GENERAL && isOfDisk(failure));
  }

  private static boolean isOfDisk(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException) {
        return true;
      }
    }
    return false;
  }

  private synchronized void note(SQLException failure) {
    if (failures == 0) {
      LOG.warn("The database is away: {}", failure.getMessage());
    }
    failures++;
  }

  /** How many failures were noted since the last outage was over. */
  public synchronized long failures() {
    return failures;
  }

  /**
   * Ends an outage, unless there were more failures meanwhile.
   *
   * @param known as many as there were before all was taken up
   */
  public synchronized void end(long known) {
    if (failures == known) {
      LOG.info("The database is back, after {} failures", failures);
      failures = 0;
    }
  }
}
