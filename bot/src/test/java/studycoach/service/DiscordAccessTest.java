package studycoach.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import net.dv8tion.jda.api.Permission;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import studycoach.platform.discord.fake.FakeChannel;
import studycoach.platform.discord.fake.FakeDiscord;
import studycoach.platform.discord.fake.FakeGuild;
import studycoach.platform.discord.fake.FakeInteraction;
import studycoach.platform.discord.fake.FakePerson;
import studycoach.testing.RunningClock;

/** A server that takes the bot in, shuts it out, and takes it in again; real JDA, real jobs. */
@Timeout(120)
class DiscordAccessTest {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final String HELLO = "Hello, I am your study coach";
  private static final String TOLD = "Nothing can be posted for MLS-C01";
  private static final String NOTICE = "I could not send you a direct message";
  private static final String OVER = "It works again for MLS-C01";

  @TempDir private Path data;
  private final RunningClock clock = new RunningClock("2026-03-27T08:00:00Z");
  private final FakeDiscord discord = new FakeDiscord();
  private final FakeGuild club = discord.guild("club");
  private final FakeChannel general = club.channel("general");
  private final FakePerson amira = discord.person("amira").manages();
  private Optional<Service> running = Optional.empty();

  @AfterEach
  void close() {
    running.ifPresent(Service::close);
    discord.close();
  }

  private void starts() {
    running.ifPresent(Service::close);
    running = Optional.of(new OnDiscord(discord, data).start(clock));
  }

  private void startsAGroup() {
    starts();
    stands(general, HELLO, 1);
    Map<String, String> wish = Map.of("exam", "MLS-C01", "time", "09:00", "zone", "UTC");
    answered(amira.command(general, "coach setup", wish));
  }

  private String answered(FakeInteraction interaction) {
    await().atMost(SOON).until(() -> interaction.original().isPresent());
    await().atMost(SOON).until(() -> !seen(general).contains("(is thinking)"));
    return interaction.original().orElseThrow().text();
  }

  private String seen(FakeChannel channel) {
    return discord.seenBy(amira, channel);
  }

  private static int times(String text, String words) {
    return text.split(Pattern.quote(words), -1).length - 1;
  }

  /** These words stand in a channel soon, and so often. */
  private void stands(FakeChannel channel, String words, int times) {
    await().atMost(SOON).until(() -> times(seen(channel), words) >= times);
    assertThat(times(seen(channel), words)).isEqualTo(times);
  }

  private void comesBackByItself() {
    clock.set("2026-03-27T09:10:00Z");
    stands(general, "Open until", 1);
    stands(amira.direct(), OVER, 1);
    clock.set("2026-03-27T09:50:00Z");
    answered(amira.command(general, "coach group post", Map.of()));
    stands(general, "Open until", 2);
    assertThat(seen(amira.direct())).doesNotContain(TOLD);
  }

  @Test
  void whereAPermissionIsMissingItGoesOnWhenItIsBack() {
    startsAGroup();
    general.denies(Permission.MESSAGE_SEND);
    clock.set("2026-03-27T09:00:00Z");
    stands(amira.direct(), TOLD, 1);
    assertThat(seen(amira.direct())).contains("<#" + general.id() + ">", "Try now");
    assertThat(seen(general)).doesNotContain("Open until");

    general.denies();
    comesBackByItself();
  }

  @Test
  void whoHasItBackTriesAtOnce() {
    startsAGroup();
    general.denies(Permission.VIEW_CHANNEL);
    clock.set("2026-03-27T09:00:00Z");
    stands(amira.direct(), TOLD, 1);
    clock.set("2026-03-27T09:02:00Z");
    general.denies();

    amira.presses(amira.direct(), "Try now");

    stands(general, "Open until", 1);
    stands(amira.direct(), OVER, 1);
  }

  @Test
  void aBotThatIsInvitedAgainGoesOnAndDoesNotIntroduceItself() {
    startsAGroup();
    club.removesBot();
    clock.set("2026-03-27T09:00:00Z");
    stands(amira.direct(), TOLD, 1);

    club.addsBot();
    comesBackByItself();
    stands(general, HELLO, 1);
  }

  @Test
  void whenTheChannelIsDeletedTheGroupStartsInAnother() {
    startsAGroup();
    general.delete();
    clock.set("2026-03-27T09:00:00Z");
    stands(amira.direct(), TOLD, 1);
    clock.set("2026-03-27T09:30:00Z");
    FakeChannel study = club.channel("study");

    answered(amira.command(study, "coach setup", Map.of("exam", "MLS-C01")));
    answered(amira.command(study, "coach group post", Map.of()));

    stands(study, "Open until", 1);
    stands(amira.direct(), TOLD, 1);
  }

  @Test
  void whoseDirectMessagesAreClosedIsToldOnceAtTheNextCommand() {
    startsAGroup();
    amira.closesDirectMessages();
    general.denies(Permission.MESSAGE_SEND);
    clock.set("2026-03-27T09:00:00Z");

    await()
        .atMost(SOON)
        .until(
            () -> answered(amira.command(general, "coach group show", Map.of())).contains(NOTICE));
    String again = answered(amira.command(general, "coach group show", Map.of()));

    assertThat(again).contains("Nothing can be posted in Discord").doesNotContain(NOTICE);
    assertThat(seen(amira.direct())).isEmpty();
    amira.opensDirectMessages();
    clock.set("2026-03-27T10:30:00Z");
    stands(amira.direct(), TOLD, 1);
  }

  @Test
  void itGreetsOncePerInvitationAndSetsUpFromThere() {
    starts();
    stands(general, HELLO, 1);
    starts();
    discord.gateway().invalidates(false);
    club.removesBot();
    club.addsBot();
    stands(general, HELLO, 2);

    assertThat(answered(amira.presses(general, "Set up"))).contains("Start a study group");
  }
}
