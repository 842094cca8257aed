package studycoach.config;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * How a PostgreSQL is reached. What is left out is the driver's: the user of this process, no
 * password.
 *
 * @param url as JDBC knows it; it may hold a password
 */
public record PostgreSql(Secret url, Optional<String> user, Optional<Secret> password) {
  private static final String URL = "COACH_DATABASE_URL";
  private static final String USER = "COACH_DATABASE_USER";
  private static final String PASSWORD = "COACH_DATABASE_PASSWORD";
  private static final String PREFIX = "jdbc:postgresql:";

  /** By which it is set. */
  public static final List<String> NAMES = List.of(URL, USER, PASSWORD);

  /** What an address looks like. */
  public static final String EXAMPLE = "jdbc:postgresql://localhost:5432/coach";

  /**
   * The one at an address, with user and password as they are set.
   *
   * @throws SettingsException if the address can't be read, or the password's file
   */
  public static PostgreSql at(String url, Secrets secrets) {
    if (!isKnown(url)) {
      throw new SettingsException(
          List.of("The database must be a folder, or an address like " + EXAMPLE));
    }
    return of(new Secret(url), secrets);
  }

  /** The one that is set; what can't be used is added to what is wrong. */
  static Optional<PostgreSql> read(Secrets secrets, List<String> wrong) {
    try {
      Optional<Secret> url = secrets.find(URL);
      if (url.isPresent() && !isKnown(url.get().value())) {
        wrong.add(URL + ": must be the address of a PostgreSQL, e.g. " + EXAMPLE);
      }
      return url.map(known -> of(known, secrets));
    } catch (SettingsException e) {
      wrong.add(e.getMessage());
      return Optional.empty();
    }
  }

  private static PostgreSql of(Secret url, Secrets secrets) {
    return new PostgreSql(url, secrets.find(USER).map(Secret::value), secrets.find(PASSWORD));
  }

  private static boolean isKnown(String url) {
    try {
      return url.startsWith(PREFIX) && DriverManager.getDriver(url) != null;
    } catch (SQLException e) {
      return false;
    }
  }
}
