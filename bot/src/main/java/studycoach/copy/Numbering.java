package studycoach.copy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import studycoach.copy.Table.Column;

/**
 * Has numbers that a database gives by itself go on where the other one has stopped: behind the
 * highest, and behind those that were given to rows which are gone, since old buttons and answers
 * set aside still know these.
 */
final class Numbering {
  private Numbering() {}

  static void goOn(Connection from, Connection to, Table table) throws SQLException {
    for (Column column : table.columns().stream().filter(Column::identity).toList()) {
      long next = Math.max(next(from, table, column), highest(to, table, column) + 1);
      try (Statement statement = to.createStatement()) {
        statement.execute(
            "ALTER TABLE %s ALTER COLUMN %s RESTART WITH %d"
                .formatted(table.quoted(), column.quoted(), next));
      }
    }
  }

  private static long highest(Connection in, Table table, Column column) throws SQLException {
    return number(
        in, "SELECT COALESCE(MAX(%s), 0) FROM %s".formatted(column.quoted(), table.quoted()));
  }

  private static long next(Connection in, Table table, Column column) throws SQLException {
    if (in.getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
      String sequence =
          text(in, "SELECT pg_get_serial_sequence(?, ?)", table.quoted(), column.name());
      return number(in, "SELECT last_value + CAST(is_called AS INT) FROM " + sequence);
    }
    return Long.parseLong(
        text(
            in,
            "SELECT identity_base FROM information_schema.columns"
                + " WHERE table_schema = SCHEMA() AND table_name = ? AND column_name = ?",
            table.name(),
            column.name()));
  }

  private static long number(Connection in, String sql) throws SQLException {
    return Long.parseLong(text(in, sql));
  }

  private static String text(Connection in, String sql, String... values) throws SQLException {
    try (PreparedStatement statement = in.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setString(i + 1, values[i]);
      }
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getString(1);
      }
    }
  }
}
