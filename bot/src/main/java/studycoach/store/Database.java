package studycoach.store;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Jdbi;
import studycoach.config.PostgreSql;
import studycoach.config.Settings;

/**
 * An open database whose schema is up to date. One file of H2, or a PostgreSQL that several
 * processes share. Statements are written so that both understand them: H2 runs in its PostgreSQL
 * mode, which gives {@code ON CONFLICT DO NOTHING}.
 */
public final class Database implements AutoCloseable {
  private static final long LARGEST_COMPACTED = 64L << 20;

  private final Address address;
  private final HikariDataSource pool;
  private final DataSource source;
  private final Schema schema;
  private final Jdbi jdbi;
  private final Outages outages;

  private Database(Address address, HikariDataSource pool, Schema schema) {
    this.address = address;
    this.pool = pool;
    this.schema = schema;
    this.outages = new Outages(address.shared() ? () -> {} : () -> reopen(pool));
    Gate gate = new Gate();
    this.source = address.file().isPresent() ? gate.around(pool) : pool;
    this.jdbi = Jdbi.create(source).registerArgument(new InstantArgument());
    jdbi.registerArgument(new TextArgument());
    jdbi.registerColumnMapper(new InstantColumn());
    if (address.file().isPresent()) {
      Flush.after(jdbi, gate);
    }
  }

  /**
   * Opens the database that the settings tell: the one place for all commands.
   *
   * @throws StoreException as {@link #inFolder} and {@link #at} do
   */
  public static Database of(Settings settings, Migration migration) {
    return settings
        .database()
        .map(server -> at(server, migration))
        .orElseGet(() -> inFolder(settings.dataFolder(), migration));
  }

  /**
   * Opens or creates the H2 file {@code coach.mv.db} in a folder. What {@link #jdbi} commits is on
   * the disk before its call returns, so that neither a killed process nor a power cut loses any of
   * it; what is committed by {@link #source} alone is written with the next of these.
   *
   * @throws StoreException if the folder can't be written, another process holds the file, it is
   *     damaged, or a newer release has written it; nothing is changed then
   */
  public static Database inFolder(Path folder, Migration migration) {
    if (!migration.isAllowed()) {
      checkIsIn(folder);
    }
    DataFolder.make(folder);
    DataFolder.checkFile(folder);
    return open(Address.inFolder(folder), migration);
  }

  /** The same, with the tables of this release. */
  public static Database inFolder(Path folder) {
    return inFolder(folder, Migration.atOnce());
  }

  /**
   * Opens the H2 file of a folder, as {@link #inFolder} does, but creates none.
   *
   * @throws StoreException also if there is none
   */
  public static Database existingIn(Path folder, Migration migration) {
    checkIsIn(folder);
    return inFolder(folder, migration);
  }

  private static void checkIsIn(Path folder) {
    if (!isIn(folder)) {
      throw new StoreException("There is no database in " + folder + ".");
    }
  }

  /** Whether a folder has an H2 file. */
  public static boolean isIn(Path folder) {
    return Files.exists(Address.file(folder));
  }

  /** Opens a new, empty H2 that is gone when it is closed. */
  public static Database inMemory() {
    return inMemory(Migration.atOnce());
  }

  /** The same, with the tables of another release. */
  public static Database inMemory(Migration migration) {
    Address address = Address.h2("mem:" + UUID.randomUUID(), "The database", Optional.empty());
    return open(address, migration);
  }

  /**
   * Connects to a PostgreSQL.
   *
   * @throws StoreException if it can't be reached, does not let us in, is too old, or a newer
   *     release has written it
   */
  public static Database at(PostgreSql server, Migration migration) {
    return open(Address.of(server), migration);
  }

  /**
   * Connects to a PostgreSQL, or to any address that JDBC knows.
   *
   * @param user empty if the driver is to find one
   * @throws StoreException as {@link #at(PostgreSql, Migration)} does
   */
  public static Database at(String url, String user, String password) {
    return open(Address.of(url, user, password), Migration.atOnce());
  }

  private static Database open(Address address, Migration migration) {
    HikariDataSource pool;
    try {
      pool = new HikariDataSource(address.pool());
    } catch (PoolInitializationException e) {
      throw new StoreException(Diagnosis.of(address.name(), e), e);
    }
    Database database = new Database(address, pool, new Schema(pool, migration.upTo()));
    try {
      database.schema.check();
      if (migration.isAllowed()) {
        database.schema.migrate(next -> migration.precaution().before(database, next));
      }
      return database;
    } catch (FlywayException | SQLException e) {
      pool.close();
      throw new StoreException(Diagnosis.of(address.name(), e), e);
    } catch (StoreException e) {
      pool.close();
      throw e;
    }
  }

  /** The version of its tables; empty if it has none of ours. */
  public Optional<SchemaVersion> version() {
    return schema.version();
  }

  /**
   * Brings its tables to this release.
   *
   * @throws StoreException if that fails
   */
  public void migrate() {
    try {
      new Schema(pool, Optional.empty()).migrate(next -> {});
    } catch (FlywayException e) {
      throw new StoreException(Diagnosis.of(address.name(), e), e);
    }
  }

  public Jdbi jdbi() {
    return jdbi;
  }

  Address address() {
    return address;
  }

  public DataSource source() {
    return source;
  }

  /** H2 opens a file that it has closed anew when nobody holds a connection of before. */
  private static void reopen(HikariDataSource pool) {
    pool.getHikariPoolMXBean().softEvictConnections();
  }

  /** When it could not be reached. */
  public Outages outages() {
    return outages;
  }

  /** Has the pool of connections measured from now on; once only. */
  public void measure(MeterRegistry registry) {
    pool.setMetricRegistry(registry);
  }

  /** Whether other processes may work on it at the same time. */
  public boolean isShared() {
    return address.shared();
  }

  /**
   * Closes it, and leaves an H2 file of up to 64 MB as small as may be, which takes about a second.
   * H2 copies it and then puts the copy in its place, so that a kill meanwhile damages nothing.
   *
   * @throws StoreException if the file can't be written; it is closed all the same
   */
  public void closeCompacted() {
    close();
    try {
      if (address.file().isPresent() && Files.size(address.file().get()) <= LARGEST_COMPACTED) {
        compact();
      }
    } catch (SQLException | IOException e) {
      throw new StoreException("The database could not be compacted.", e);
    }
  }

  private void compact() throws SQLException {
    try (Connection alone =
            DriverManager.getConnection(address.url(), address.user(), address.password());
        Statement statement = alone.createStatement()) {
      statement.execute("SHUTDOWN COMPACT");
    }
  }

  @Override
  public void close() {
    pool.close();
  }
}
