package studycoach.service;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;
import studycoach.config.Backups;
import studycoach.config.PostgreSql;
import studycoach.config.Settings;
import studycoach.platform.slack.SlackAdapter;
import studycoach.platform.slack.SlackConfig;
import studycoach.platform.slack.fake.FakeSlack;
import studycoach.platform.slack.fake.FakeWorkspace;
import studycoach.testing.World;

/**
 * The whole bot on a fake Slack, in Socket Mode.
 *
 * @param lost the reasons for which it was turned away
 * @param registry of what is measured
 */
public record OnSlack(
    FakeSlack slack, Path data, BlockingQueue<String> lost, PrometheusMeterRegistry registry) {
  public OnSlack(FakeSlack slack, Path data) {
    this(
        slack,
        data,
        new LinkedBlockingQueue<>(),
        new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
  }

  public Settings settings() {
    return settings(Optional.empty());
  }

  private Settings settings(Optional<PostgreSql> server) {
    return new Settings(
        "coach",
        data,
        server,
        World.questionsFolder(),
        new Settings.Discord(Optional.empty(), Settings.Shards.all(0)),
        new Settings.Slack(Optional.of(URI.create(slack.apiUrl())), "127.0.0.1", 0),
        new Settings.Health("127.0.0.1", 0),
        Backups.NONE,
        Settings.Log.TEXT,
        1,
        new Settings.Limits(1_000, 1_000, 1_000, Duration.ofSeconds(1)));
  }

  public SlackAdapter adapter(FakeWorkspace... workspaces) {
    List<String> tokens = Stream.of(workspaces).map(FakeWorkspace::botToken).toList();
    return new SlackAdapter(
        new SlackConfig(
            List.of(
                new SlackConfig.App(tokens, Optional.of(slack.app().appToken()), Optional.empty())),
            settings().slack().api(),
            "coach",
            "127.0.0.1",
            0),
        lost::add,
        Clock.systemUTC(),
        registry);
  }

  public Service start(Clock clock, FakeWorkspace... workspaces) {
    return start(Optional.empty(), clock, workspaces);
  }

  public Service start(Optional<PostgreSql> server, Clock clock, FakeWorkspace... workspaces) {
    return Service.start(settings(server), List.of(adapter(workspaces)), clock, registry);
  }
}
