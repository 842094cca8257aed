package studycoach.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Jdbi;

/**
 * An open database whose schema is up to date. One file of H2, or a PostgreSQL that several
 * processes share. Statements are written so that both understand them: H2 runs in its PostgreSQL
 * mode, which gives {@code ON CONFLICT DO NOTHING}.
 */
public final class Database implements AutoCloseable {
  private static final int CONNECTIONS = 32;
  private static final String H2_DIALECT =
      ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH";

  private final HikariDataSource pool;
  private final Jdbi jdbi;
  private final boolean shared;

  private Database(HikariDataSource pool, boolean shared) {
    this.pool = pool;
    this.shared = shared;
    this.jdbi = Jdbi.create(pool).registerArgument(new InstantArgument());
    jdbi.registerArgument(new TextArgument());
    jdbi.registerColumnMapper(new InstantColumn());
  }

  /**
   * Opens or creates the H2 file {@code coach.mv.db} in a folder. What {@link #jdbi} commits is
   * handed to the operating system before its call returns, so that killing the process loses none
   * of it; what is committed by {@link #source} alone, within half a second.
   *
   * @throws StoreException if the folder can't be written, another process holds the file, it is
   *     damaged, or a newer release has written it; nothing is changed then
   */
  public static Database inFolder(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new StoreException("The data folder " + folder + " can't be created.", e);
    }
    Path file = file(folder);
    if (!Files.isWritable(folder) || (Files.exists(file) && !Files.isWritable(file))) {
      throw new StoreException("The data folder " + folder + " can't be written to.");
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
   * Connects to a PostgreSQL, or to any address that JDBC knows.
   *
   * @throws StoreException if it can't be reached or a newer release has written it
   */
  public static Database at(String url, String user, String password) {
    return open(url, user, password, !url.startsWith("jdbc:h2:"), "The database");
  }

  private static Database open(
      String url, String user, String password, boolean shared, String name) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setUsername(user);
    config.setPassword(password);
    config.setMaximumPoolSize(CONNECTIONS);
    config.setPoolName("coach");
    HikariDataSource pool;
    try {
      pool = new HikariDataSource(config);
    } catch (PoolInitializationException e) {
      throw new StoreException(Diagnosis.of(name, e), e);
    }
    try {
      migrate(pool);
      return new Database(pool, shared);
    } catch (FlywayException e) {
      pool.close();
      throw new StoreException(Diagnosis.of(name, e), e);
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

  /** Has the pool of connections measured from now on; once only. */
  public void measure(MeterRegistry registry) {
    pool.setMetricRegistry(registry);
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
