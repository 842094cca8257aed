package studycoach.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Jdbi;
import studycoach.config.PostgreSql;
import studycoach.config.Secret;
import studycoach.config.Settings;

/**
 * An open database whose schema is up to date. One file of H2, or a PostgreSQL that several
 * processes share. Statements are written so that both understand them: H2 runs in its PostgreSQL
 * mode, which gives {@code ON CONFLICT DO NOTHING}.
 */
public final class Database implements AutoCloseable {
  private static final int CONNECTIONS = 32;
  private static final Duration PATIENCE = Duration.ofSeconds(4);

  /** Longer than any statement takes, migrations included. */
  private static final Duration SILENCE = Duration.ofMinutes(10);

  private static final int OLDEST_POSTGRESQL = 15;
  private static final String H2_DIALECT =
      ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH";

  private final HikariDataSource pool;
  private final Jdbi jdbi;
  private final boolean shared;
  private final Outages outages = new Outages();

  private Database(HikariDataSource pool, boolean shared) {
    this.pool = pool;
    this.shared = shared;
    this.jdbi = Jdbi.create(pool).registerArgument(new InstantArgument());
    jdbi.registerArgument(new TextArgument());
    jdbi.registerColumnMapper(new InstantColumn());
  }

  /**
   * Opens the database that the settings tell: the one place for all commands.
   *
   * @throws StoreException as {@link #inFolder} and {@link #at(PostgreSql)} do
   */
  public static Database of(Settings settings) {
    return settings.database().map(Database::at).orElseGet(() -> inFolder(settings.dataFolder()));
  }

  /** Opens the database that the settings tell, or one in memory if there is no file yet. */
  public static Database ofOrEmpty(Settings settings) {
    return settings.database().isPresent() || isIn(settings.dataFolder())
        ? of(settings)
        : inMemory();
  }

  /**
   * Opens or creates the H2 file {@code coach.mv.db} in a folder. What {@link #jdbi} commits is on
   * the disk before its call returns, so that neither a killed process nor a power cut loses any of
   * it; what is committed by {@link #source} alone is written within half a second.
   *
   * @throws StoreException if the folder can't be written, another process holds the file, it is
   *     damaged, or a newer release has written it; nothing is changed then
   */
  public static Database inFolder(Path folder) {
    DataFolder.make(folder);
    Path file = file(folder);
    if (Files.exists(file) && !Files.isWritable(file)) {
      throw DataFolder.unwritable(folder);
    }
    String url =
        "jdbc:h2:file:"
            + folder.resolve("coach").toAbsolutePath()
            + H2_DIALECT
            + ";DB_CLOSE_ON_EXIT=FALSE;QUERY_CACHE_SIZE=256";
    Database database = open(url, "sa", "", false, file.toString());
    Flush.after(database.jdbi);
    return database;
  }

  /**
   * Opens the H2 file of a folder, as {@link #inFolder} does, but creates none.
   *
   * @throws StoreException also if there is none
   */
  public static Database existingIn(Path folder) {
    if (!isIn(folder)) {
      throw new StoreException("There is no database in " + folder + ".");
    }
    return inFolder(folder);
  }

  /** Whether a folder has an H2 file. */
  public static boolean isIn(Path folder) {
    return Files.exists(file(folder));
  }

  private static Path file(Path folder) {
    return folder.resolve("coach.mv.db");
  }

  /** Opens a new, empty H2 that is gone when it is closed. */
  public static Database inMemory() {
    String url = "jdbc:h2:mem:" + UUID.randomUUID() + H2_DIALECT;
    return open(url, "sa", "", false, "The database");
  }

  /**
   * Connects to a PostgreSQL.
   *
   * @throws StoreException if it can't be reached, does not let us in, is too old, or a newer
   *     release has written it
   */
  public static Database at(PostgreSql server) {
    return at(
        server.url().value(),
        server.user().orElse(""),
        server.password().map(Secret::value).orElse(""));
  }

  /**
   * Connects to a PostgreSQL, or to any address that JDBC knows.
   *
   * @param user empty if the driver is to find one
   * @throws StoreException as {@link #at(PostgreSql)} does
   */
  public static Database at(String url, String user, String password) {
    return open(url, user, password, !url.startsWith("jdbc:h2:"), "The database " + shown(url));
  }

  /** Without the parameters, among which may be a password. */
  private static String shown(String url) {
    return url.split("[?;]", 2)[0];
  }

  private static Database open(
      String url, String user, String password, boolean shared, String name) {
    HikariDataSource pool;
    try {
      HikariConfig config = config(url, user, password);
      if (shared) {
        reachedByNetwork(config);
      }
      pool = new HikariDataSource(config);
    } catch (PoolInitializationException e) {
      throw new StoreException(Diagnosis.of(name, e), e);
    }
    try {
      checkVersion(pool);
      migrate(pool);
      return new Database(pool, shared);
    } catch (FlywayException | SQLException e) {
      pool.close();
      throw new StoreException(Diagnosis.of(name, e), e);
    }
  }

  private static HikariConfig config(String url, String user, String password) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    if (!user.isEmpty()) {
      config.setUsername(user);
    }
    if (!password.isEmpty()) {
      config.setPassword(password);
    }
    config.setMaximumPoolSize(CONNECTIONS);
    config.setPoolName("coach");
    return config;
  }

  /** Nobody waits for long while the server is away, nor for ever if it falls silent. */
  private static void reachedByNetwork(HikariConfig config) {
    config.setConnectionTimeout(PATIENCE.toMillis());
    config.setValidationTimeout(PATIENCE.dividedBy(2).toMillis());
    config.addDataSourceProperty("connectTimeout", String.valueOf(PATIENCE.toSeconds()));
    config.addDataSourceProperty("socketTimeout", String.valueOf(SILENCE.toSeconds()));
    config.addDataSourceProperty("tcpKeepAlive", "true");
    config.addDataSourceProperty("ApplicationName", "study-coach");
  }

  private static void checkVersion(DataSource source) throws SQLException {
    try (Connection connection = source.getConnection()) {
      DatabaseMetaData server = connection.getMetaData();
      int major = server.getDatabaseMajorVersion();
      if (server.getDatabaseProductName().equals("PostgreSQL") && major < OLDEST_POSTGRESQL) {
        throw new SQLFeatureNotSupportedException(
            "it is a PostgreSQL %d, and must be %d or newer".formatted(major, OLDEST_POSTGRESQL));
      }
    }
  }

  private static void migrate(DataSource source) {
    Flyway.configure()
        .dataSource(source)
        .locations("classpath:studycoach")
        // Empty: a migration that this release does not know is an error, not something to ignore.
        .ignoreMigrationPatterns("")
        .validateMigrationNaming(true)
        .load()
        .migrate();
  }

  public Jdbi jdbi() {
    return jdbi;
  }

  public DataSource source() {
    return pool;
  }

  /** When it could not be reached. */
  public Outages outages() {
    return outages;
  }

  /** Whether other processes may work on it at the same time. */
  public boolean isShared() {
    return shared;
  }

  @Override
  public void close() {
    pool.close();
  }
}
