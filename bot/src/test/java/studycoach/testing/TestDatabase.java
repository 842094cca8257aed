package studycoach.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Assumptions;
import studycoach.store.Database;

/** The databases that we run on. Tests that touch SQL run on both. */
public enum TestDatabase {
  H2 {
    @Override
    public Database open() {
      return Database.inMemory();
    }
  },
  POSTGRESQL {
    @Override
    public Database open() {
      Assumptions.assumeFalse("off".equals(System.getProperty("coach.test.postgresql")));
      return Server.fresh();
    }
  };

  /** Opens a new one whose schema is up to date and whose tables are empty. */
  public abstract Database open();

  /** One server for the whole run; each database is a copy of an empty one. */
  private static final class Server {
    private static final String USER = "postgres";
    private static final String MODEL = "model";
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final EmbeddedPostgres SERVER = start();

    private static EmbeddedPostgres start() {
      try {
        EmbeddedPostgres server = EmbeddedPostgres.start();
        execute(server, "CREATE DATABASE " + MODEL);
        Database.at(server.getJdbcUrl(USER, MODEL), USER, "").close();
        return server;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    static Database fresh() {
      String name = "test" + COUNT.incrementAndGet();
      execute(SERVER, "CREATE DATABASE " + name + " TEMPLATE " + MODEL);
      return Database.at(SERVER.getJdbcUrl(USER, name), USER, "");
    }

    private static void execute(EmbeddedPostgres server, String sql) {
      try (Connection connection = server.getPostgresDatabase().getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute(sql);
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
