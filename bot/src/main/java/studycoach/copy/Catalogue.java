package studycoach.copy;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import studycoach.copy.Table.Column;
import studycoach.store.StoreException;

/** Reads from a database which tables it has, and what they refer to. */
final class Catalogue {
  /** Flyway's own table, which the migrations of each database have written. */
  private static final String HISTORY = "flyway_schema_history";

  private final Connection connection;
  private final DatabaseMetaData data;

  private Catalogue(Connection connection) throws SQLException {
    this.connection = connection;
    this.data = connection.getMetaData();
  }

  /** All tables, each behind those that it refers to. */
  static List<Table> of(Connection connection) throws SQLException {
    Catalogue catalogue = new Catalogue(connection);
    List<Table> tables = new ArrayList<>();
    for (String name : catalogue.names()) {
      tables.add(catalogue.table(name));
    }
    return ordered(tables);
  }

  @FunctionalInterface
  private interface Reading {
    void of(ResultSet row) throws SQLException;
  }

  private static void each(ResultSet opened, Reading reading) throws SQLException {
    try (ResultSet rows = opened) {
      while (rows.next()) {
        reading.of(rows);
      }
    }
  }

  private Set<String> names() throws SQLException {
    Set<String> names = new TreeSet<>();
    each(
        data.getTables(
            connection.getCatalog(),
            connection.getSchema(),
            "%",
            new String[] {"TABLE", "BASE TABLE"}),
        row -> names.add(row.getString("TABLE_NAME")));
    names.remove(HISTORY);
    return names;
  }

  private Table table(String name) throws SQLException {
    Set<String> key = new TreeSet<>();
    each(
        data.getPrimaryKeys(connection.getCatalog(), connection.getSchema(), name),
        row -> key.add(row.getString("COLUMN_NAME")));
    Set<String> inside = new TreeSet<>();
    Set<String> parents = new TreeSet<>();
    each(
        data.getImportedKeys(connection.getCatalog(), connection.getSchema(), name),
        row -> {
          String parent = row.getString("PKTABLE_NAME");
          if (parent.equals(name)) {
            inside.add(row.getString("FKCOLUMN_NAME"));
          } else {
            parents.add(parent);
          }
        });
    return new Table(name, columns(name), key, inside, parents);
  }

  private List<Column> columns(String table) throws SQLException {
    List<Column> columns = new ArrayList<>();
    each(
        data.getColumns(connection.getCatalog(), connection.getSchema(), table, "%"),
        row -> {
          if (row.getString("TABLE_NAME").equals(table)) { // _ stands for any letter
            columns.add(column(table, row));
          }
        });
    columns.sort(Comparator.comparing(Column::name));
    return columns;
  }

  private static Column column(String table, ResultSet row) throws SQLException {
    String name = row.getString("COLUMN_NAME");
    String type = row.getString("TYPE_NAME");
    ColumnKind kind =
        ColumnKind.of(row.getInt("DATA_TYPE"), type)
            .orElseThrow(
                () -> new StoreException(table + "." + name + ": no " + type + " can be copied."));
    return new Column(name, kind, row.getString("IS_AUTOINCREMENT").equals("YES"));
  }

  private static List<Table> ordered(List<Table> tables) {
    List<Table> ordered = new ArrayList<>();
    Set<String> placed = new HashSet<>();
    List<Table> left = new ArrayList<>(tables);
    while (!left.isEmpty()) {
      List<Table> next =
          left.stream().filter(table -> placed.containsAll(table.parents())).toList();
      if (next.isEmpty()) {
        throw new StoreException(
            "These tables refer to each other in a circle: "
                + left.stream().map(Table::name).collect(Collectors.joining(", ")));
      }
      ordered.addAll(next);
      next.forEach(table -> placed.add(table.name()));
      left.removeAll(next);
    }
    return ordered;
  }
}
