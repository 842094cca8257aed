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
import studycoach.control.Report;
import studycoach.platform.discord.fake.FakeChannel;
import studycoach.platform.discord.fake.FakeDiscord;
import studycoach.service.OnDiscord;
import studycoach.service.Service;
import studycoach.testing.RunningClock;

@Timeout(120)
class DoctorTest {
  @TempDir private Path data;

  private static Report examined(OnDiscord place) {
    return DoctorCommand.examined(place.settings(), place.adapter());
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

        assertThat(examined(place).good()).isTrue();
        assertThat(discord.gateway().identified()).isEqualTo(1);

        general.denies(Permission.MESSAGE_SEND);
        await().until(() -> !examined(place).good());
      }
      Report later = examined(place);
      assertThat(later.good()).isFalse();
      assertThat(later.lines()).anyMatch(line -> line.contains("#general of club: not allowed"));
    }
  }

  @Test
  void beforeTheFirstStartNothingIsLeftBehind() {
    try (FakeDiscord discord = new FakeDiscord()) {
      Path fresh = data.resolve("fresh");

      Report report = examined(new OnDiscord(discord, fresh));

      assertThat(report.lines()).anyMatch(line -> line.startsWith("ok    Connected as"));
      assertThat(report.lines()).anyMatch(line -> line.startsWith("WRONG The registered commands"));
      assertThat(Files.exists(fresh)).isFalse();
    }
  }
}
