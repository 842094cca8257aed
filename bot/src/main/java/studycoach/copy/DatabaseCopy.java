package studycoach.copy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import studycoach.schedule.Schedule;
import studycoach.store.Database;
import studycoach.store.Migration;
import studycoach.store.SchemaVersion;
import studycoach.store.StoreException;

/**
 * Copies all that one database holds into another. Which tables there are, and in what order they
 * can be filled, the databases say themselves. All is read in one transaction and written in one,
 * which is committed only when the copy has been read again and is the same.
 */
public final class DatabaseCopy {
  private final Handle from;
  private final Handle to;
  private final SchemaVersion version;
  private final List<Table> tables;

  private DatabaseCopy(Handle from, Handle to, SchemaVersion version) throws SQLException {
    this.from = from;
    this.to = to;
    this.version = version;
    this.tables = Catalogue.of(to.getConnection());
  }

  /**
   * Copies everything.
   *
   * @param to as the migrations up to the version of the other have left it
   * @return how many rows each table has
   * @throws StoreException if the target is not empty, or the copy not the same; the target is as
   *     it was then
   */
  public static SortedMap<String, Long> run(Database from, Database to) {
    SchemaVersion version = version(from);
    if (!version(to).equals(version)) {
      throw new StoreException("The database to copy to is not new. Name a new one.");
    }
    try {
      return from.jdbi()
          .inTransaction(
              TransactionIsolationLevel.REPEATABLE_READ,
              source ->
                  to.jdbi()
                      .inTransaction(target -> new DatabaseCopy(source, target, version).all()));
    } catch (SQLException e) {
      // The first of a batch quotes the row, the next one says what is wrong with it.
      SQLException reason = e.getNextException() == null ? e : e.getNextException();
      throw new StoreException("The copy failed, nothing was kept: " + reason.getMessage(), e);
    }
  }

  /**
   * The version of the tables of a database that is to be copied.
   *
   * @throws StoreException if it has none of ours
   */
  public static SchemaVersion version(Database database) {
    return database
        .version()
        .orElseThrow(() -> new StoreException("In the database is nothing of Study Coach yet."));
  }

  /**
   * What a database holds, as 64 hexadecimal digits: two that differ in any value have others.
   *
   * @throws StoreException if it can't be read
   */
  public static String fingerprint(Database database) {
    try (Connection connection = database.source().getConnection()) {
      return Checksum.of(filled(connection));
    } catch (SQLException e) {
      throw new StoreException("The database could not be read again: " + e.getMessage(), e);
    }
  }

  private SortedMap<String, Long> all() throws SQLException {
    checkSource();
    checkTarget();
    empty();
    Map<Table, Checksum.Sum> read = new LinkedHashMap<>();
    for (Table table : tables) {
      read.put(table, Rows.copy(from.getConnection(), to.getConnection(), table));
    }
    for (Table table : tables) {
      if (!Rows.sum(to.getConnection(), table).equals(read.get(table))) {
        throw new StoreException(
            "The copy of " + table.name() + " differs, so nothing was kept of any.");
      }
    }
    for (Table table : tables) {
      Numbering.goOn(from.getConnection(), to.getConnection(), table);
    }
    Schedule.release(to); // whoever had begun a job there does not go on with it here
    SortedMap<String, Long> rows = new TreeMap<>();
    read.forEach((table, sum) -> rows.put(table.name(), sum.rows()));
    return rows;
  }

  private void checkSource() throws SQLException {
    List<String> ours = tables.stream().map(Table::name).toList();
    for (Table table : Catalogue.of(from.getConnection())) {
      if (!ours.contains(table.name())) {
        throw new StoreException("The table " + table.name() + " is none of Study Coach's.");
      }
    }
  }

  /** It may have the rows that every new one has. */
  private void checkTarget() throws SQLException {
    try (Database fresh = Database.inMemory(Migration.upTo(version));
        Connection model = fresh.source().getConnection()) {
      if (!filled(to.getConnection()).equals(filled(model))) {
        throw new StoreException(
            "The database to copy to is not empty, so it was left as it is. Name a new one.");
      }
    }
  }

  private static SortedMap<String, Checksum.Sum> filled(Connection in) throws SQLException {
    SortedMap<String, Checksum.Sum> filled = new TreeMap<>();
    for (Table table : Catalogue.of(in)) {
      Checksum.Sum sum = Rows.sum(in, table);
      if (sum.rows() > 0) {
        filled.put(table.name(), sum);
      }
    }
    return filled;
  }

  private void empty() {
    List<Table> children = new ArrayList<>(tables);
    Collections.reverse(children);
    children.forEach(table -> to.execute("DELETE FROM " + table.quoted()));
  }
}
