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
import studycoach.config.Backups;
import studycoach.config.Settings;
import studycoach.platform.discord.DiscordAdapter;
import studycoach.platform.discord.DiscordConfig;
import studycoach.platform.discord.fake.FakeDiscord;
import studycoach.testing.World;

/**
 * The whole bot on a fake Discord.
 *
 * @param lost the reasons for which it was turned away
 * @param registry of what is measured
 */
public record OnDiscord(
    FakeDiscord discord, Path data, BlockingQueue<String> lost, PrometheusMeterRegistry registry) {
  public OnDiscord(FakeDiscord discord, Path data) {
    this(
        discord,
        data,
        new LinkedBlockingQueue<>(),
        new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
  }

  public Settings settings() {
    return new Settings(
        "coach",
        data,
        Optional.empty(),
        World.questionsFolder(),
        new Settings.Discord(Optional.of(URI.create(discord.apiUrl())), Settings.Shards.all(0)),
        new Settings.Slack(Optional.empty(), "127.0.0.1", 0),
        new Settings.Health("127.0.0.1", 0),
        Backups.NONE,
        Settings.Log.TEXT,
        1,
        new Settings.Limits(1_000, 1_000, 1_000, Duration.ofSeconds(1)));
  }

  public DiscordAdapter adapter() {
    return adapter(discord.token());
  }

  public DiscordAdapter adapter(String token) {
    return new DiscordAdapter(
        new DiscordConfig(token, settings().discord().api(), Optional.empty(), 1, "coach"),
        lost::add,
        registry);
  }

  public Service start(Clock clock) {
    return Service.start(settings(), List.of(adapter()), clock, registry);
  }
}
