package studycoach.service;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import studycoach.config.Backups;
import studycoach.config.PostgreSql;
import studycoach.config.Secrets;
import studycoach.config.Settings;
import studycoach.platform.slack.SlackAdapter;
import studycoach.platform.slack.SlackConfig;
import studycoach.testing.World;

/** The bot on a fake Slack and a PostgreSQL, with a clock of {@link SharedClock}'s. */
final class ClockedBot {
  static final String RUNNING = "The bot is running.";
  private static final int ENOUGH = 1_000;

  private ClockedBot() {}

  /**
   * Runs until its input ends.
   *
   * @param arguments its folder, the clock's file, the database's address and user, Slack's
   *     address, the app's token, the workspaces' tokens
   */
  public static void main(String[] arguments) throws IOException {
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
            PostgreSql.at(given.get(2), new Secrets(Map.of("COACH_DATABASE_USER", given.get(3)))),
            api);
    Service running = Service.start(settings, List.of(slack), clock, registry);
    System.out.println(RUNNING);
    while (System.in.read() >= 0) {
      Objects.requireNonNull(running);
    }
    Runtime.getRuntime().halt(0);
  }

  private static Settings settings(Path folder, PostgreSql database, Optional<URI> api) {
    return new Settings(
        "coach",
        folder,
        Optional.of(database),
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
