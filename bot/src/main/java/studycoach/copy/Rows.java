package studycoach.copy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import studycoach.copy.Table.Column;

/** Reads and writes the rows of tables, a batch at a time, within the caller's transaction. */
final class Rows {
  private static final int BATCH = 1_000;

  private Rows() {}

  /** Takes the values of a row, in the order of the columns that were asked for. */
  @FunctionalInterface
  interface Taking {
    void take(@Nullable Object[] values) throws SQLException;
  }

  static void read(Connection from, Table table, List<Column> columns, Taking taking)
      throws SQLException {
    try (Statement statement = from.createStatement()) {
      statement.setFetchSize(BATCH);
      try (ResultSet row = statement.executeQuery(table.select(columns))) {
        while (row.next()) {
          @Nullable Object[] values = new Object[columns.size()];
          for (int i = 0; i < values.length; i++) {
            values[i] = columns.get(i).kind().read(row, i + 1);
          }
          taking.take(values);
        }
      }
    }
  }

  static Checksum.Sum sum(Connection in, Table table) throws SQLException {
    Checksum checksum = new Checksum(table.columns());
    read(in, table, table.columns(), checksum::add);
    return checksum.sum();
  }

  /**
   * Copies all rows of a table.
   *
   * @return what was read
   */
  static Checksum.Sum copy(Connection from, Connection to, Table table) throws SQLException {
    Checksum checksum = new Checksum(table.columns());
    try (Batch inserts = new Batch(to, table.insert(), table.columns())) {
      read(
          from,
          table,
          table.columns(),
          values -> {
            checksum.add(values);
            inserts.add(alone(table, values));
          });
      inserts.end();
    }
    if (!table.inside().isEmpty()) {
      connect(from, to, table);
    }
    return checksum.sum();
  }

  /** A row that refers to none of its own table, since that one may come later. */
  private static @Nullable Object[] alone(Table table, @Nullable Object[] values) {
    @Nullable Object[] alone = values.clone();
    for (int i = 0; i < alone.length; i++) {
      if (table.inside().contains(table.columns().get(i).name())) {
        alone[i] = null;
      }
    }
    return alone;
  }

  private static void connect(Connection from, Connection to, Table table) throws SQLException {
    List<Column> columns = new ArrayList<>(table.columns(table.inside()));
    int references = columns.size();
    columns.addAll(table.columns(table.key()));
    try (Batch updates = new Batch(to, table.connect(), columns)) {
      read(
          from,
          table,
          columns,
          values -> {
            if (refers(values, references)) {
              updates.add(values);
            }
          });
      updates.end();
    }
  }

  private static boolean refers(@Nullable Object[] values, int references) {
    for (int i = 0; i < references; i++) {
      if (values[i] != null) {
        return true;
      }
    }
    return false;
  }

  /** A statement that is run for many rows at once. */
  private static final class Batch implements AutoCloseable {
    private final PreparedStatement statement;
    private final List<Column> columns;
    private int waiting;

    Batch(Connection to, String sql, List<Column> columns) throws SQLException {
      this.statement = to.prepareStatement(sql);
      this.columns = columns;
    }

    void add(@Nullable Object[] values) throws SQLException {
      for (int i = 0; i < values.length; i++) {
        columns.get(i).kind().bind(statement, i + 1, values[i]);
      }
      statement.addBatch();
      if (++waiting == BATCH) {
        end();
      }
    }

    void end() throws SQLException {
      statement.executeBatch();
      waiting = 0;
    }

    @Override
    public void close() throws SQLException {
      statement.close();
    }
  }
}
