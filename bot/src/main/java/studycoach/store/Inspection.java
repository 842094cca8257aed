package studycoach.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.OptionalInt;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import studycoach.config.Settings;

/**
 * A database as it is found: unlike {@link Database#of}, this makes and changes no tables.
 *
 * @param name by which people know it; without a password
 * @param product with its version
 * @param encoding of texts
 * @param changeable whether we may make tables
 * @param missing how many changes of this release its tables lack; empty if it has no tables
 */
public record Inspection(
    String name, String product, String encoding, boolean changeable, OptionalInt missing) {
  /** The encoding that holds all that people write. */
  public static final String UTF8 = "UTF8";

  private static final String POSTGRESQL = "PostgreSQL";

  /** As many as Flyway takes at a time, and one more. */
  private static final int CONNECTIONS = 4;

  /** For a server that takes the connection and then is silent. */
  private static final String PATIENCE_SECONDS = "4";

  /**
   * Looks at the database that the settings tell.
   *
   * @throws StoreException as {@link Database#of}
   */
  public static Inspection of(Settings settings) {
    Address address = Address.of(settings);
    if (settings.database().isEmpty()) {
      DataFolder.checkFile(settings.dataFolder());
    }
    HikariConfig config = address.pool();
    config.setMaximumPoolSize(CONNECTIONS);
    if (address.shared()) {
      config.addDataSourceProperty("loginTimeout", PATIENCE_SECONDS);
    }
    try (HikariDataSource pool = new HikariDataSource(config)) {
      return of(address, pool);
    } catch (PoolInitializationException e) {
      throw new StoreException(Diagnosis.of(address.name(), e), e);
    }
  }

  /**
   * Looks at one that is open.
   *
   * @throws StoreException if it does not answer
   */
  public static Inspection of(Database database) {
    return of(database.address(), database.source());
  }

  private static Inspection of(Address address, DataSource source) {
    try {
      return of(address.name(), source, new Schema(source, Optional.empty()).missing());
    } catch (SQLException | FlywayException e) {
      throw new StoreException(Diagnosis.of(address.name(), e), e);
    }
  }

  private static Inspection of(String name, DataSource source, OptionalInt missing)
      throws SQLException {
    try (Connection connection = source.getConnection()) {
      DatabaseMetaData server = connection.getMetaData();
      String product = server.getDatabaseProductName() + " " + server.getDatabaseProductVersion();
      if (!server.getDatabaseProductName().equals(POSTGRESQL)) {
        return new Inspection(name, product, UTF8, true, missing);
      }
      try (Statement statement = connection.createStatement();
          ResultSet row =
              statement.executeQuery(
                  "SELECT current_setting('server_encoding'),"
                      + " COALESCE(has_schema_privilege(current_schema(), 'CREATE'), FALSE)")) {
        row.next();
        return new Inspection(name, product, row.getString(1), row.getBoolean(2), missing);
      }
    }
  }

  /** Whether it has no tables yet. */
  public boolean isEmpty() {
    return missing.isEmpty();
  }

  /** How many changes of this release its tables lack. */
  public int lacking() {
    return missing.orElse(0);
  }

  /** Whether its tables are those of this release. */
  public boolean isCurrent() {
    return missing.equals(OptionalInt.of(0));
  }
}
