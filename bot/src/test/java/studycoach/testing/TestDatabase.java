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

    @Override
    public Address empty() {
      String name = "empty" + EMPTY.incrementAndGet();
      return new Address("jdbc:h2:mem:" + name + H2_DIALECT + ";DB_CLOSE_DELAY=-1", "sa");
    }
  },
  POSTGRESQL {
    @Override
    public Database open() {
      Assumptions.assumeFalse("off".equals(System.getProperty("coach.test.postgresql")));
      return Server.fresh();
    }

    @Override
    public Address empty() {
      Assumptions.assumeFalse("off".equals(System.getProperty("coach.test.postgresql")));
      return Server.empty();
    }
  };

  private static final AtomicInteger EMPTY = new AtomicInteger();
  private static final String H2_DIALECT =
      ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH";

  /** Where a database is, for {@link Database#at}; its password is empty. */
  public record Address(String url, String user) {}

  /** Opens a new one whose schema is up to date and whose tables are empty. */
  public abstract Database open();

  /** Makes a new one without a schema. */
  public abstract Address empty();

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
      Address address = copy(MODEL);
      return Database.at(address.url(), address.user(), "");
    }

    static Address empty() {
      return copy("template0");
    }

    private static Address copy(String model) {
      String name = "test" + COUNT.incrementAndGet();
      execute(SERVER, "CREATE DATABASE " + name + " TEMPLATE " + model);
      return new Address(SERVER.getJdbcUrl(USER, name), USER);
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
