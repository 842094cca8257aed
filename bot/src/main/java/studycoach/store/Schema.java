package studycoach.store;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.OptionalInt;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The tables, as this release wants them. */
final class Schema {
  private static final int OLDEST_POSTGRESQL = 15;

  private final DataSource source;
  private final Flyway flyway;

  Schema(DataSource source) {
    this.source = source;
    this.flyway =
        Flyway.configure()
            .dataSource(source)
            .locations("classpath:studycoach")
            // Empty: a migration that this release does not know is an error.
            .ignoreMigrationPatterns("")
            .validateMigrationNaming(true)
            .load();
  }

  /**
   * Makes or changes them.
   *
   * @throws SQLException if the server is too old
   * @throws org.flywaydb.core.api.FlywayException if a newer release has changed them
   */
  void migrate() throws SQLException {
    checkVersion();
    flyway.migrate();
  }

  /**
   * How many changes of this release they lack; empty if there are no tables yet.
   *
   * @throws SQLException if the server is too old
   * @throws org.flywaydb.core.api.FlywayException if a newer release has changed them
   */
  OptionalInt missing() throws SQLException {
    checkVersion();
    if (flyway.info().current() == null) {
      return OptionalInt.empty();
    }
    Flyway.configure()
        .configuration(flyway.getConfiguration())
        .ignoreMigrationPatterns("*:pending")
        .load()
        .validate();
    return OptionalInt.of(flyway.info().pending().length);
  }

  private void checkVersion() throws SQLException {
    try (Connection connection = source.getConnection()) {
      DatabaseMetaData server = connection.getMetaData();
      int major = server.getDatabaseMajorVersion();
      if (server.getDatabaseProductName().equals("PostgreSQL") && major < OLDEST_POSTGRESQL) {
        throw new SQLFeatureNotSupportedException(
            "it is a PostgreSQL %d, and must be %d or newer".formatted(major, OLDEST_POSTGRESQL));
      }
    }
  }
}
