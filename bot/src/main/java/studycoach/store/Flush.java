package studycoach.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.transaction.DelegatingTransactionHandler;
import org.jdbi.v3.core.transaction.TransactionHandler;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/**
 * Has H2 put on the disk what was committed before anybody hears that it was: once for all who wait
 * for it at the same time, since it costs about as much for many as for one (a few milliseconds).
 * H2 alone would hand it to the operating system some time later, and never see to the disk. So
 * neither a killed process nor a power cut loses what somebody was told of.
 */
final class Flush implements SqlLogger {
  private final Once disk;
  private final Once system;

  private Flush(Gate gate) {
    disk = new Once(gate, "CHECKPOINT SYNC");
    system = new Once(gate, "CHECKPOINT");
  }

  /**
   * Has every change by these handles, which go through a gate, flushed before its call returns.
   */
  static void after(Jdbi jdbi, Gate gate) {
    Flush flush = new Flush(gate);
    jdbi.setTransactionHandler(new Transactions(jdbi.getTransactionHandler(), flush));
    jdbi.setSqlLogger(flush);
  }

  /** A change outside of a transaction is committed with its statement. */
  @Override
  public void logAfterExecution(StatementContext context) {
    try {
      if (context.getConnection().getAutoCommit() && Gate.isChange(context.getRawSql())) {
        await(context.getConnection(), context.getConfig(Durability.class));
      }
    } catch (SQLException e) {
      throw new StoreException("The database does not say whether a change is committed.", e);
    }
  }

  private void await(Connection connection, Durability durability) {
    (durability.isSynced() ? disk : system).await(connection);
  }

  /** Does for all who wait what one of them does. */
  private static final class Once {
    private final Gate gate;
    private final String statement;
    private long asked;
    private long done;
    private boolean writing;

    private Once(Gate gate, String statement) {
      this.gate = gate;
      this.statement = statement;
    }

    /** Returns when all is flushed that was committed before the call. */
    private void await(Connection connection) {
      long upTo = turn();
      if (upTo == 0) {
        return;
      }
      boolean flushed = false;
      try {
        gate.alone(() -> write(connection));
        flushed = true;
      } finally {
        end(flushed ? upTo : 0);
      }
    }

    private void write(Connection connection) {
      try (Statement flush = connection.createStatement()) {
        flush.execute(statement);
      } catch (SQLException e) {
        throw new StoreException("The database could not be written.", e);
      }
    }

    /** How much the caller is to flush; 0 if somebody else has done it meanwhile. */
    private synchronized long turn() {
      long mine = ++asked;
      boolean interrupted = false;
      while (writing && done < mine) {
        try {
          wait();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
      if (done >= mine) {
        return 0;
      }
      writing = true;
      return asked;
    }

    private synchronized void end(long upTo) {
      done = Math.max(done, upTo);
      writing = false;
      notifyAll();
    }
  }

  /** Flushes when a transaction has been committed. */
  private static final class Transactions extends DelegatingTransactionHandler {
    private final Flush flush;

    private Transactions(TransactionHandler transactions, Flush flush) {
      super(transactions);
      this.flush = flush;
    }

    @Override
    public void commit(Handle handle) {
      super.commit(handle);
      flush.await(handle.getConnection(), handle.getConfig(Durability.class));
    }

    @Override
    public <R, X extends Exception> R inTransaction(Handle handle, HandleCallback<R, X> work)
        throws X {
      R result = super.inTransaction(handle, work);
      flush.await(handle.getConnection(), handle.getConfig(Durability.class));
      return result;
    }

    @Override
    public <R, X extends Exception> R inTransaction(
        Handle handle, TransactionIsolationLevel level, HandleCallback<R, X> work) throws X {
      R result = super.inTransaction(handle, level, work);
      flush.await(handle.getConnection(), handle.getConfig(Durability.class));
      return result;
    }
  }
}
