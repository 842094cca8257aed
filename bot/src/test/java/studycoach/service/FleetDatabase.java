package studycoach.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import studycoach.store.Database;
import studycoach.testing.TestDatabase;

/** Where the bots of a fleet keep what lasts, and how others look at it. */
interface FleetDatabase extends AutoCloseable {

  /** What {@link ClockedBot} is told of it: an address and a user. */
  List<String> arguments();

  /** Looks at it while bots run, or at least start. */
  Jdbi live();

  /** Looks at it once no bot runs any more. */
  Jdbi atRest();

  /** Keeps jobs from being begun until the transaction ends, if that can be. */
  void hold(Handle handle);

  /** Whether several bots may work on it, so that none knows by itself whose jobs are nobody's. */
  boolean isShared();

  @Override
  void close();

  /** A new, empty PostgreSQL, which is opened at the first look: bots come before. */
  final class Server implements FleetDatabase {
    private final TestDatabase.Address address = TestDatabase.POSTGRESQL.empty();
    private Optional<Database> database = Optional.empty();

    @Override
    public List<String> arguments() {
      return List.of(address.url(), address.user());
    }

    @Override
    public Jdbi live() {
      if (database.isEmpty()) {
        database = Optional.of(Database.at(address.url(), address.user(), ""));
      }
      return database.get().jdbi();
    }

    @Override
    public Jdbi atRest() {
      return live();
    }

    @Override
    public void hold(Handle handle) {
      handle.execute("LOCK TABLE scheduled_tasks IN EXCLUSIVE MODE");
    }

    @Override
    public boolean isShared() {
      return true;
    }

    @Override
    public void close() {
      database.ifPresent(Database::close);
    }
  }

  /**
   * The H2 file of the only bot, as the program has it if no other database is set. It belongs to
   * the process that has it open, which therefore lets others look through {@link ClockedBot}'s
   * door; while that process starts, a look waits. It must not be killed during a look.
   */
  final class OwnFile implements FleetDatabase {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration LOOK = Duration.ofMillis(50);

    private final Path folder;
    private final Jdbi live = Jdbi.create(this::open);
    private Optional<Database> database = Optional.empty();

    /**
     * @param folder the bot's
     */
    OwnFile(Path folder) {
      this.folder = folder;
    }

    private Connection open() throws SQLException {
      long start = System.nanoTime();
      while (true) {
        try {
          String url = Files.readString(folder.resolve(ClockedBot.DOOR));
          return DriverManager.getConnection(url, "sa", "");
        } catch (IOException | SQLException e) {
          if (System.nanoTime() - start > PATIENCE.toNanos()) {
            throw new SQLException("No bot lets us look at " + folder, e);
          }
          Fleet.pause(LOOK);
        }
      }
    }

    @Override
    public List<String> arguments() {
      return List.of(ClockedBot.OWN_FILE, "");
    }

    @Override
    public Jdbi live() {
      return live;
    }

    @Override
    public Jdbi atRest() {
      if (database.isEmpty()) {
        database = Optional.of(Database.inFolder(folder));
      }
      return database.get().jdbi();
    }

    /**
     * Does nothing, since H2 locks no tables. A job that is begun right after the look, an edit at
     * most, may be taken for dead then and run twice, which changes nothing.
     */
    @Override
    public void hold(Handle handle) {}

    @Override
    public boolean isShared() {
      return false;
    }

    @Override
    public void close() {
      database.ifPresent(Database::close);
    }
  }
}
