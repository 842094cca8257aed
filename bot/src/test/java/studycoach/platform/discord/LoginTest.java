package studycoach.platform.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studycoach.chat.ChatException;
import studycoach.chat.FakeInbox;
import studycoach.platform.discord.fake.FakeDiscord;

@Timeout(60)
class LoginTest {
  private final BlockingQueue<String> lost = new LinkedBlockingQueue<>();

  private DiscordAdapter adapter(FakeDiscord discord, String token, int shards) {
    Optional<Shards> number = shards == 0 ? Optional.empty() : Optional.of(Shards.all(shards));
    Optional<URI> api = Optional.of(URI.create(discord.apiUrl()));
    return new DiscordAdapter(
        new DiscordConfig(token, api, number, 1, "coach"), lost::add, new SimpleMeterRegistry());
  }

  @ParameterizedTest
  @CsvSource({
    "4004, does not know this token",
    "4014, does not let this bot hear of messages",
    "4011, set DISCORD_SHARDS to 0"
  })
  void beingTurnedAwayForGoodIsToldOnce(int code, String reason) throws InterruptedException {
    try (FakeDiscord discord = new FakeDiscord();
        DiscordAdapter adapter = adapter(discord, discord.token(), 0)) {
      adapter.start(new FakeInbox());
      discord.gateway().closes(code);

      assertThat(lost.poll(20, TimeUnit.SECONDS)).contains(reason);
      assertThat(lost).isEmpty();
    }
  }

  @Test
  void aGoodbyeOfOursAndADroppedSocketAreNoReasonToLeave() throws InterruptedException {
    try (FakeDiscord discord = new FakeDiscord()) {
      try (DiscordAdapter adapter = adapter(discord, discord.token(), 0)) {
        adapter.start(new FakeInbox());
        discord.gateway().drops();
      }
      assertThat(lost.poll(200, TimeUnit.MILLISECONDS)).isNull();
    }
  }

  @Test
  void aTokenThatIsRevokedWhileConnectedEndsTheConnectionAtTheNextLogin()
      throws InterruptedException {
    try (FakeDiscord discord = new FakeDiscord();
        DiscordAdapter adapter = adapter(discord, discord.token(), 0)) {
      adapter.start(new FakeInbox());
      discord.revokesToken();
      discord.gateway().drops();

      assertThat(lost.poll(20, TimeUnit.SECONDS)).contains("does not know this token");
    }
  }

  @Test
  void shardsAreAsManyAsDiscordRecommendsOrTheOperatorSays() {
    try (FakeDiscord discord = new FakeDiscord()) {
      discord.recommendsShards(2);
      try (DiscordAdapter adapter = adapter(discord, discord.token(), 0)) {
        adapter.start(new FakeInbox());
        assertThat(discord.gateway().identified()).isEqualTo(2);
      }
      try (DiscordAdapter adapter = adapter(discord, discord.token(), 1)) {
        adapter.start(new FakeInbox());
        assertThat(discord.gateway().identified()).isEqualTo(3);
      }
    }
  }

  @Test
  void whatIsToBeSentBeforeTheStartHasToWait() {
    try (FakeDiscord discord = new FakeDiscord();
        DiscordAdapter adapter = adapter(discord, discord.token(), 0)) {
      DiscordStage stage = new DiscordStage();
      try (stage) {
        assertThatThrownBy(
                () -> adapter.send(stage.direct(), DiscordStage.QUESTION, DiscordStage.KEY))
            .isInstanceOf(ChatException.class)
            .hasMessage("not connected yet");
      }
    }
  }
}
