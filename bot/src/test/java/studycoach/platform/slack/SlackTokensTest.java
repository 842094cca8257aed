package studycoach.platform.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static studycoach.platform.slack.SlackStage.KEY;
import static studycoach.platform.slack.SlackStage.QUESTION;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import studycoach.chat.ChannelRef;
import studycoach.chat.ChatException;
import studycoach.chat.Delivery;
import studycoach.chat.Destination;
import studycoach.chat.FakeInbox;
import studycoach.chat.PlatformException;
import studycoach.platform.slack.fake.FakeWorkspace;
import studycoach.platform.slack.fake.Fault;

/** Tokens that Slack does not know, or no longer. */
@Timeout(60)
class SlackTokensTest {
  private final SlackStage stage = new SlackStage();
  private final FakeWorkspace umbrella = stage.slack.workspace("umbrella");

  @AfterEach
  void close() {
    stage.close();
  }

  private SlackAdapter adapter(SlackConfig config) {
    return new SlackAdapter(config, stage.lost::add, Clock.systemUTC(), new SimpleMeterRegistry());
  }

  private SlackConfig config(String bot, String app) {
    return SlackStage.config(
        stage.slack, 0, new SlackConfig.App(List.of(bot), Optional.of(app), Optional.empty()));
  }

  private static Delivery send(SlackAdapter adapter, FakeWorkspace workspace, String name) {
    ChannelRef channel = new ChannelRef("slack", workspace.teamId(), workspace.channel(name).id());
    return adapter.send(new Destination.Channel(channel), QUESTION, KEY);
  }

  private static void refuses(SlackAdapter adapter, FakeWorkspace workspace, String error) {
    for (String name : List.of("one", "two", "three")) {
      assertThatThrownBy(() -> send(adapter, workspace, name))
          .isInstanceOf(ChatException.class)
          .hasMessageContaining(error);
    }
  }

  private void turnsAway(SlackConfig config, String... words) {
    try (SlackAdapter adapter = adapter(config)) {
      assertThatThrownBy(() -> adapter.start(new FakeInbox()))
          .isInstanceOf(PlatformException.class)
          .message()
          .contains(words)
          .doesNotContain("secret", stage.acme.botToken(), stage.slack.app().appToken());
    }
    assertThat(stage.lost).isEmpty();
  }

  @Test
  void anUnknownBotTokenIsToldWithoutTheToken() {
    turnsAway(
        config("xoxb-12-secret-secret", stage.slack.app().appToken()),
        "does not know a bot token",
        "OAuth & Permissions");
  }

  @Test
  void anAppTokenInPlaceOfABotTokenIsToldToo() {
    turnsAway(
        config(stage.slack.app().appToken(), stage.slack.app().appToken()),
        "bot token",
        "OAuth & Permissions");
  }

  @Test
  void anUnknownAppTokenIsToldWithoutTheToken() {
    turnsAway(
        config(stage.acme.botToken(), "xapp-1-secret-secret"),
        "invalid_auth",
        "app token",
        "Basic Information",
        "connections:write");
  }

  @Test
  void socketModeThatIsSwitchedOffIsTold() {
    stage.slack.socket().disables(true);

    turnsAway(SlackStage.socketMode(stage.slack, stage.acme), "Socket Mode must be switched on");
  }

  @Test
  void twoTokensOfOneWorkspaceAreOneTooMany() {
    turnsAway(SlackStage.socketMode(stage.slack, stage.acme, stage.acme), "same workspace, acme");
  }

  @Test
  void aSlackThatDoesNotAnswerIsTold() {
    stage.slack.faults().next(1, "auth.test", Fault.status(503));

    turnsAway(SlackStage.socketMode(stage.slack, stage.acme), "could not be reached");
  }

  @Test
  void secretsArePrintedNowhere() {
    assertThat(SlackStage.socketMode(stage.slack, stage.acme))
        .asString()
        .doesNotContain("xoxb", "xapp");
  }

  @Test
  void aWorkspaceThatTurnsUsAwayLeavesTheOthersAndWithTheLastAllIsLost() {
    try (SlackAdapter adapter = adapter(SlackStage.socketMode(stage.slack, stage.acme, umbrella))) {
      adapter.start(new FakeInbox());
      stage.acme.revokesToken();

      refuses(adapter, stage.acme, "token_revoked");
      assertThat(send(adapter, umbrella, "general")).isInstanceOf(Delivery.Posted.class);
      assertThat(stage.lost).isEmpty();

      umbrella.uninstalls();
      refuses(adapter, umbrella, "account_inactive");
    }
    assertThat(stage.lost)
        .singleElement()
        .asString()
        .contains("umbrella", "install the app there anew", "token")
        .doesNotContain("xoxb");
  }
}
