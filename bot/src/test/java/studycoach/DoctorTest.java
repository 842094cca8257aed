package studycoach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import net.dv8tion.jda.api.Permission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import studycoach.platform.discord.fake.FakeChannel;
import studycoach.platform.discord.fake.FakeDiscord;
import studycoach.service.OnDiscord;
import studycoach.service.Service;
import studycoach.testing.RunningClock;

/** One platform alone. */
@Timeout(120)
class DoctorTest {
  @TempDir private Path data;

  private SetUp.Said examined(FakeDiscord discord) {
    return new SetUp(data).on(discord).doctor("discord");
  }

  @Test
  void theRunningBotLooksAtTheChannelsOfItsGroups() {
    try (FakeDiscord discord = new FakeDiscord()) {
      OnDiscord place = new OnDiscord(discord, data);
      FakeChannel general = discord.guild("club").channel("general");
      try (Service running = place.start(new RunningClock("2026-03-27T08:00:00Z"))) {
        assertThat(running).isNotNull();
        Map<String, String> wish = Map.of("exam", "MLS-C01", "time", "09:00", "zone", "UTC");
        var setUp = discord.person("amira").manages().command(general, "coach setup", wish);
        await().until(() -> setUp.original().isPresent());

        assertThat(examined(discord).status()).isZero();
        assertThat(discord.gateway().identified()).isEqualTo(1);

        general.denies(Permission.MESSAGE_SEND);
        await().until(() -> examined(discord).status() == 1);
      }
      SetUp.Said later = examined(discord);
      assertThat(later.status()).isEqualTo(1);
      assertThat(later.text()).contains("#general of club: not allowed");
    }
  }

  @Test
  void beforeTheFirstStartNothingIsLeftBehind() {
    try (FakeDiscord discord = new FakeDiscord()) {
      data = data.resolve("fresh");

      SetUp.Said told = examined(discord);

      assertThat(told.text())
          .contains("  ok    Connected as")
          .contains("  WRONG The registered commands");
      assertThat(Files.exists(data)).isFalse();
    }
  }
}
