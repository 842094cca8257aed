package studycoach.store;

import com.zaxxer.hikari.HikariConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import studycoach.config.PostgreSql;
import studycoach.config.Secret;
import studycoach.config.Settings;

/**
 * Where a database is.
 *
 * @param user empty if the driver is to find one
 * @param password empty likewise
 * @param shared whether other processes may work on it at the same time
 * @param name by which an error names it
 * @param file of an H2 on the disk
 */
record Address(
    String url, String user, String password, boolean shared, String name, Optional<Path> file) {
  private static final int CONNECTIONS = 32;
  private static final Duration PATIENCE = Duration.ofSeconds(4);

  /** Longer than any statement takes, migrations included. */
  private static final Duration SILENCE = Duration.ofMinutes(10);

  private static final String H2_DIALECT =
      ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH";

  /** H2 writes by itself only what {@link Flush} has not written for a minute. */
  private static final String H2_FILE =
      ";DB_CLOSE_ON_EXIT=FALSE;QUERY_CACHE_SIZE=256;WRITE_DELAY=60000";

  /** An H2 that only this process knows. */
  static Address h2(String path, String name, Optional<Path> file) {
    String url = "jdbc:h2:" + path + H2_DIALECT + (file.isPresent() ? H2_FILE : "");
    return new Address(url, "sa", "", false, name, file);
  }

  /** The H2 file of a folder. */
  static Address inFolder(Path folder) {
    Path file = file(folder);
    String path = "file:" + folder.resolve("coach").toAbsolutePath();
    return h2(path, file.toString(), Optional.of(file));
  }

  static Path file(Path folder) {
    return folder.resolve("coach.mv.db");
  }

  static Address of(Settings settings) {
    return settings.database().map(Address::of).orElseGet(() -> inFolder(settings.dataFolder()));
  }

  static Address of(PostgreSql server) {
    return of(
        server.url().value(),
        server.user().orElse(""),
        server.password().map(Secret::value).orElse(""));
  }

  static Address of(String url, String user, String password) {
    // Parameters are not shown: a password may be among them.
    String name = "The database " + url.split("[?;]", 2)[0];
    return new Address(url, user, password, !url.startsWith("jdbc:h2:"), name, Optional.empty());
  }

  HikariConfig pool() {
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
    config.setConnectionTimeout(PATIENCE.toMillis());
    if (shared) {
      reachedByNetwork(config);
    }
    return config;
  }

  /** Nobody waits for ever if the server falls silent. */
  private static void reachedByNetwork(HikariConfig config) {
    config.setValidationTimeout(PATIENCE.dividedBy(2).toMillis());
    config.addDataSourceProperty("connectTimeout", String.valueOf(PATIENCE.toSeconds()));
    config.addDataSourceProperty("socketTimeout", String.valueOf(SILENCE.toSeconds()));
    config.addDataSourceProperty("tcpKeepAlive", "true");
    config.addDataSourceProperty("ApplicationName", "study-coach");
  }
}
