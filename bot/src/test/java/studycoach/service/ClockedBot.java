package studycoach.service;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.h2.tools.Server;
import studycoach.config.Backups;
import studycoach.config.PostgreSql;
import studycoach.config.Secrets;
import studycoach.config.Settings;
import studycoach.platform.slack.SlackAdapter;
import studycoach.platform.slack.SlackConfig;
import studycoach.testing.World;

/**
 * The bot on a fake Slack and a PostgreSQL or its own H2 file, with a clock of {@link
 * SharedClock}'s.
 */
final class ClockedBot {
  static final String RUNNING = "The bot is running.";

  /** Instead of an address: an H2 file in its folder. */
  static final String OWN_FILE = "own-file";

  /** The file with the address by which others look into the H2 that it has open. */
  static final String DOOR = "door";

  private static final int ENOUGH = 1_000;

  private ClockedBot() {}

  /**
   * Runs until its input ends.
   *
   * @param arguments its folder, the clock's file, the database's address (or {@link #OWN_FILE})
   *     and user, Slack's address, the app's token, the workspaces' tokens
   */
  public static void main(String[] arguments) throws IOException, SQLException {
    List<String> given = List.of(arguments);
    PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    SharedClock clock = new SharedClock(Path.of(given.get(1)));
    Optional<URI> api = Optional.of(URI.create(given.get(4)));
    SlackConfig.App app =
        new SlackConfig.App(
            given.subList(6, given.size()), Optional.of(given.get(5)), Optional.empty());
    SlackAdapter slack =
        new SlackAdapter(
            new SlackConfig(List.of(app), api, "coach", "127.0.0.1", 0),
            System.out::println,
            clock,
            registry);
    Settings settings =
        settings(
            Path.of(given.get(0)),
            given.get(2).equals(OWN_FILE)
                ? Optional.empty()
                : Optional.of(
                    PostgreSql.at(
                        given.get(2), new Secrets(Map.of("COACH_DATABASE_USER", given.get(3))))),
            api);
    Service running = Service.start(settings, List.of(slack), clock, registry);
    if (settings.database().isEmpty()) {
      openDoor(settings.dataFolder());
    }
    System.out.println(RUNNING);
    while (System.in.read() >= 0) {
      Objects.requireNonNull(running);
    }
    Runtime.getRuntime().halt(0);
  }

  /** Only now, so that it is the bot itself that opens the file. */
  private static void openDoor(Path folder) throws IOException, SQLException {
    System.setProperty("h2.bindAddress", "127.0.0.1");
    Server server = Server.createTcpServer("-tcpPort", "0", "-tcpDaemon").start();
    Path file = folder.resolve("coach").toAbsolutePath();
    Files.writeString(
        folder.resolve(DOOR),
        "jdbc:h2:tcp://127.0.0.1:%d/%s".formatted(server.getPort(), file)
            + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH");
  }

  private static Settings settings(Path folder, Optional<PostgreSql> database, Optional<URI> api) {
    return new Settings(
        "coach",
        folder,
        database,
        World.questionsFolder(),
        new Settings.Discord(Optional.empty(), Settings.Shards.all(0)),
        new Settings.Slack(api, "127.0.0.1", 0),
        new Settings.Health("127.0.0.1", 0),
        Backups.NONE,
        Settings.Log.TEXT,
        1,
        new Settings.Limits(ENOUGH, ENOUGH, ENOUGH, Duration.ofSeconds(1)));
  }
}
