package studycoach.copy;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A table as its database describes it.
 *
 * @param columns ordered by name, since each database has an order of its own
 * @param key the names of the columns of its primary key
 * @param inside the names of the columns that refer to rows of the same table
 * @param parents the other tables that it refers to
 */
record Table(
    String name, List<Column> columns, Set<String> key, Set<String> inside, Set<String> parents) {

  /**
   * A column.
   *
   * @param identity whether the database numbers it by itself
   */
  record Column(String name, ColumnKind kind, boolean identity) {
    String quoted() {
      return Table.quoted(name);
    }
  }

  List<Column> columns(Set<String> names) {
    return columns.stream().filter(column -> names.contains(column.name)).toList();
  }

  String quoted() {
    return quoted(name);
  }

  String select(List<Column> which) {
    return "SELECT " + list(which.stream().map(Column::quoted), ", ") + " FROM " + quoted();
  }

  String insert() {
    return "INSERT INTO %s (%s) VALUES (%s)"
        .formatted(
            quoted(),
            list(columns.stream().map(Column::quoted), ", "),
            list(columns.stream().map(column -> "?"), ", "));
  }

  /** Sets the columns that refer to the same table, then asks for those of the key. */
  String connect() {
    return "UPDATE %s SET %s WHERE %s"
        .formatted(quoted(), equal(columns(inside), ", "), equal(columns(key), " AND "));
  }

  private static String equal(List<Column> columns, String between) {
    return list(columns.stream().map(column -> column.quoted() + " = ?"), between);
  }

  private static String list(Stream<String> parts, String between) {
    return parts.collect(Collectors.joining(between));
  }

  private static String quoted(String name) {
    return '"' + name + '"';
  }
}
