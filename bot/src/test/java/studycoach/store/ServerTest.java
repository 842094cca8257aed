package studycoach.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studycoach.config.PostgreSql;
import studycoach.config.Secrets;
import studycoach.config.Settings;
import studycoach.testing.TestDatabase;
import studycoach.testing.TestDatabase.Address;

/** A PostgreSQL by the settings, and what is said if it can't be used. */
class ServerTest {
  private static final String PASSWORD = "s3cret";

  @TempDir private Path folder;

  private static Database opened(String url, String user) {
    return Database.at(
        PostgreSql.at(
            url,
            new Secrets(Map.of("COACH_DATABASE_USER", user, "COACH_DATABASE_PASSWORD", PASSWORD))),
        Migration.atOnce());
  }

  private static void refused(String url, String user, String words) {
    assertThatThrownBy(() -> opened(url, user))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining(words)
        .message()
        .doesNotContain(PASSWORD, "\n");
  }

  @Test
  void theSettingsTellWhichDatabaseItIs() {
    Address address = TestDatabase.POSTGRESQL.empty();
    Path none = folder.resolve("none.yaml");
    Map<String, String> server =
        Map.of("COACH_DATABASE_URL", address.url(), "COACH_DATA_DIR", folder.toString());
    try (Database database = Database.of(Settings.read(none, server), Migration.atOnce())) {
      assertThat(database.isShared()).isTrue();
      assertThat(folder).isEmptyDirectory();
    }
    Map<String, String> file = Map.of("COACH_DATA_DIR", folder.toString());
    try (Database database = Database.of(Settings.read(none, file), Migration.atOnce())) {
      assertThat(database.isShared()).isFalse();
      assertThat(Database.isIn(folder)).isTrue();
    }
  }

  @Test
  void aServerThatIsNotThereIsToldByItsAddressAlone() {
    refused(
        "jdbc:postgresql://127.0.0.1:1/coach?password=" + PASSWORD,
        "ann",
        "The database jdbc:postgresql://127.0.0.1:1/coach can't be reached.");
  }

  @Test
  void aDatabaseThatIsNotThereIsToldFromItsServer() {
    String url = TestDatabase.POSTGRESQL.empty().url().replaceAll("/test[0-9]+", "/nowhere");
    refused(url, "postgres", "is not there, though its server is");
  }

  @Test
  void aUserWhoIsUnknownIsNotLetIn() {
    String url = TestDatabase.POSTGRESQL.empty().url().replaceAll("user=[^&]*&?", "");
    refused(url, "nobody", "does not let us in");
  }

  @Test
  void aUserWhoMayNotMakeTablesIsTold() {
    Address address = TestDatabase.POSTGRESQL.empty();
    Jdbi.create(address.url(), address.user(), "")
        .useHandle(
            handle -> {
              handle.execute("CREATE ROLE guest LOGIN");
              handle.execute("REVOKE CREATE ON SCHEMA public FROM PUBLIC");
            });
    refused(address.url().replaceAll("user=[^&]*&?", ""), "guest", "can't be changed by this user");
  }

  @Test
  void anyOtherFaultIsToldInItsOwnWords() {
    assertThat(Diagnosis.of("It", new IllegalStateException(new SQLException("old", "0A000"))))
        .isEqualTo("It can't be opened: old");
  }
}
