package studycoach.store;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;

/** The tables, as a release wants them. */
final class Schema {
  private static final int OLDEST_POSTGRESQL = 15;

  private final DataSource source;
  private final Flyway flyway;

  /**
   * The schema of a database.
   *
   * @param upTo the last version that {@link #migrate} makes; empty for that of this release
   */
  Schema(DataSource source, Optional<SchemaVersion> upTo) {
    this.source = source;
    this.flyway =
        Flyway.configure()
            .dataSource(source)
            .locations("classpath:studycoach")
            .target(upTo.map(SchemaVersion::text).orElse("latest"))
            // Nothing but what is still to come: one that this release does not know is an error.
            .ignoreMigrationPatterns("*:pending")
            .validateMigrationNaming(true)
            .load();
  }

  /**
   * Looks whether this release can work on it, and changes nothing.
   *
   * @throws SQLException if the server is too old
   * @throws org.flywaydb.core.api.FlywayException if a newer release has changed the tables
   */
  void check() throws SQLException {
    try (Connection connection = source.getConnection()) {
      DatabaseMetaData server = connection.getMetaData();
      int major = server.getDatabaseMajorVersion();
      if (server.getDatabaseProductName().equals("PostgreSQL") && major < OLDEST_POSTGRESQL) {
        throw new SQLFeatureNotSupportedException(
            "it is a PostgreSQL %d, and must be %d or newer".formatted(major, OLDEST_POSTGRESQL));
      }
    }
    flyway.validate();
  }

  /**
   * Makes or changes the tables.
   *
   * @param precaution what is done before, with the version to come, if there are tables already
   * @throws StoreException if the precaution fails; nothing is changed then
   */
  void migrate(Consumer<SchemaVersion> precaution) {
    MigrationInfoService known = flyway.info();
    Optional<SchemaVersion> next = next(known);
    if (next.isPresent()) {
      Optional.ofNullable(known.current()).ifPresent(now -> takeCare(precaution, next.get()));
      flyway.migrate();
    }
  }

  /** What another process has brought up to date meanwhile needs no care any more. */
  private void takeCare(Consumer<SchemaVersion> precaution, SchemaVersion version) {
    try {
      precaution.accept(version);
    } catch (StoreException e) {
      if (next(flyway.info()).isPresent()) {
        throw e;
      }
    }
  }

  /**
   * How many changes of this release the tables lack; empty if there are none yet.
   *
   * @throws SQLException if the server is too old
   * @throws org.flywaydb.core.api.FlywayException if a newer release has changed them
   */
  OptionalInt missing() throws SQLException {
    check();
    return version().isEmpty()
        ? OptionalInt.empty()
        : OptionalInt.of(flyway.info().pending().length);
  }

  /** What it is at; empty if it has none of our tables. */
  Optional<SchemaVersion> version() {
    return Optional.ofNullable(flyway.info().current()).map(Schema::version);
  }

  /** What {@link #migrate} would bring it to; empty if there is nothing to be done. */
  private static Optional<SchemaVersion> next(MigrationInfoService known) {
    MigrationInfo[] pending = known.pending();
    return pending.length == 0
        ? Optional.empty()
        : Optional.of(version(pending[pending.length - 1]));
  }

  private static SchemaVersion version(MigrationInfo migration) {
    return new SchemaVersion(migration.getVersion().getVersion());
  }
}
