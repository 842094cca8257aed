package studycoach.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import studycoach.config.PostgreSql;
import studycoach.config.Secret;
import studycoach.config.Settings;
import studycoach.platform.discord.DiscordAdapter;
import studycoach.platform.discord.DiscordConfig;
import studycoach.platform.discord.Shards;
import studycoach.platform.discord.fake.FakeChannel;
import studycoach.platform.discord.fake.FakeDiscord;
import studycoach.testing.RunningClock;
import studycoach.testing.TestDatabase;

/** Two bots on one PostgreSQL, each with one of two shards of Discord. */
@Timeout(240)
class SeveralProcessesTest {
  private static final Duration SOON = Duration.ofSeconds(40);
  private static final Map<String, Object> WISH =
      Map.of("exam", "MLS-C01", "time", "09:00", "zone", "UTC", "questions", 1);

  @TempDir private Path data;
  private final RunningClock clock = new RunningClock("2026-03-27T08:00:00Z");
  private final FakeDiscord discord = new FakeDiscord();
  private final Map<String, Set<String>> asked = new HashMap<>();
  private final FakeChannel even = club(0);
  private final FakeChannel odd = club(1);
  private final TestDatabase.Address server = TestDatabase.POSTGRESQL.empty();

  /** A channel whose server the shard of a number has. */
  private FakeChannel club(int shard) {
    for (int number = 0; ; number++) {
      var guild = discord.guild("club " + shard + " " + number);
      if ((Long.parseLong(guild.id()) >> 22) % 2 == shard) {
        return guild.channel("study");
      }
    }
  }

  @AfterEach
  void close() {
    discord.close();
  }

  private Service start(int shard) {
    OnDiscord on = new OnDiscord(discord, data.resolve("process" + shard));
    Settings usual = on.settings();
    PostgreSql database =
        new PostgreSql(new Secret(server.url()), Optional.of(server.user()), Optional.empty());
    Settings settings =
        new Settings(
            usual.command(),
            usual.dataFolder(),
            Optional.of(database),
            usual.questionsFolder(),
            usual.discord(),
            usual.slack(),
            usual.health(),
            usual.backups(),
            usual.log(),
            2,
            usual.limits());
    DiscordConfig config =
        new DiscordConfig(
            discord.token(),
            Optional.of(URI.create(discord.apiUrl())),
            Optional.of(new Shards(2, shard, shard)),
            settings.processes(),
            "coach");
    return Service.start(
        settings,
        List.of(new DiscordAdapter(config, on.lost()::add, on.registry())),
        clock,
        new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
  }

  private void setUp(FakeChannel channel) {
    var asked = discord.person("amira").manages().command(channel, "coach setup", WISH);
    await().atMost(SOON).until(() -> asked.original().filter(a -> !a.isThinking()).isPresent());
  }

  /** Which messages have been questions, also those that are closed by now. */
  private Set<String> questions(FakeChannel channel) {
    Set<String> known = asked.computeIfAbsent(channel.id(), id -> new HashSet<>());
    channel.messages().stream()
        .filter(message -> !message.isEphemeral() && message.text().contains("Open until"))
        .forEach(message -> known.add(message.id()));
    return known;
  }

  private void asked(FakeChannel channel, int times) {
    await().atMost(SOON).until(() -> questions(channel).size() >= times);
    assertThat(questions(channel)).hasSize(times);
  }

  @Test
  void eachPostsWhereItsShardIsAndWhatIsElsewhereWaitsForItsProcess() {
    try (Service first = start(0)) {
      assertThat(first).isNotNull();
      try (Service second = start(1)) {
        assertThat(second).isNotNull();
        setUp(even);
        setUp(odd);
        clock.set("2026-03-27T09:00:00Z");
        asked(even, 1);
        asked(odd, 1);
      }
      clock.set("2026-03-28T09:00:00Z");
      asked(even, 2);
      assertThat(questions(odd)).hasSize(1);
      try (Service again = start(1)) {
        assertThat(again).isNotNull();
        asked(odd, 2);
        asked(even, 2);
      }
    }
  }
}
