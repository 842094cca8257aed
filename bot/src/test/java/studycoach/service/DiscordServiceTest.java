package studycoach.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import studycoach.platform.discord.fake.FakeChannel;
import studycoach.platform.discord.fake.FakeDiscord;
import studycoach.platform.discord.fake.FakeInteraction;
import studycoach.platform.discord.fake.FakePerson;
import studycoach.platform.discord.fake.FakeRole;
import studycoach.testing.RunningClock;

/** The whole bot on a Discord of its own: real JDA, real jobs, real time. */
@Timeout(120)
class DiscordServiceTest {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final Duration AT_ONCE = Duration.ofSeconds(1);

  @TempDir private Path data;
  private final RunningClock clock = new RunningClock("2026-03-27T08:50:00Z");

  private Service start(FakeDiscord discord) {
    return new OnDiscord(discord, data).start(clock);
  }

  private static long posts(FakeChannel channel, String words) {
    return channel.messages().stream()
        .filter(message -> !message.isEphemeral() && message.text().contains(words))
        .count();
  }

  private static List<FakeChannel> discussed(FakeChannel channel) {
    return channel.messages().stream()
        .filter(message -> message.text().contains("The answer"))
        .flatMap(message -> channel.thread(message.id()).stream())
        .filter(thread -> !thread.messages().isEmpty())
        .toList();
  }

  private static void answered(FakeInteraction interaction) {
    await()
        .atMost(SOON)
        .until(() -> interaction.original().filter(told -> !told.text().isBlank()).isPresent());
    assertThat(interaction.acknowledged())
        .hasValueSatisfying(d -> assertThat(d).isLessThan(AT_ONCE));
  }

  @Test
  void aGroupSetsUpAnswersAndSeesItsBoard() {
    try (FakeDiscord discord = new FakeDiscord()) {
      FakeChannel general = discord.guild("club").channel("general");
      FakeRole learners = discord.guild("club").role("learners");
      FakePerson amira = discord.person("amira").manages();
      FakePerson ben = discord.person("ben");
      try (Service service = start(discord)) {
        assertThat(service).isNotNull();
        Map<String, Object> wish =
            Map.of(
                "exam", "MLS-C01", "time", "09:00", "zone", "UTC", "reveal", "5m", "thread", true,
                "mention", learners);
        answered(amira.command(general, "coach setup", wish));
        clock.set("2026-03-27T09:00:00Z");
        await().atMost(SOON).until(() -> posts(general, "Open until") == 1);
        assertThat(general.messages())
            .filteredOn(message -> message.text().contains("Open until"))
            .allSatisfy(drop -> assertThat(drop.pings()).containsExactly(learners.id()));

        answered(amira.command(general, "coach group post", Map.of()));
        await().atMost(SOON).until(() -> posts(general, "Open until") == 2);
        answered(ben.command(general, "coach today", Map.of()));
        answered(ben.command(general, "coach leaderboard", Map.of("period", "week")));
        answered(ben.command(general, "coach home", Map.of()));
        await()
            .atMost(SOON)
            .untilAsserted(
                () -> assertThat(discord.seenBy(ben, general)).contains("Leaderboard · "));
        await()
            .atMost(SOON)
            .untilAsserted(() -> assertThat(discord.seenBy(ben, general)).contains("Your copy"));
        assertThat(discord.seenBy(amira, general)).doesNotContain("Your copy");

        clock.set("2026-03-27T09:06:00Z");
        await().atMost(SOON).until(() -> posts(general, "The answer") >= 1);
        await().atMost(SOON).until(() -> !discussed(general).isEmpty());
        assertThat(discussed(general))
            .allSatisfy(thread -> assertThat(posts(thread, "Discuss: ")).isEqualTo(1));
        assertThat(general.messages())
            .filteredOn(message -> !message.text().contains(learners.mention()))
            .allSatisfy(message -> assertThat(message.pings()).isEmpty());
      }
      int before = general.messages().size();
      try (Service again = start(discord)) {
        assertThat(again).isNotNull();
        answered(ben.command(general, "coach streak", Map.of()));
      }
      assertThat(posts(general, "Open until") + posts(general, "Closed")).isEqualTo(2);
      assertThat(general.messages()).hasSizeGreaterThanOrEqualTo(before);
    }
  }
}
