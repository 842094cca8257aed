package studycoach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studycoach.chat.ChatAdapter;
import studycoach.config.Secrets;
import studycoach.config.Settings;
import studycoach.config.SettingsException;
import studycoach.platform.slack.SlackConfig;

/** Which of the secrets for Slack go together. */
class SlackAppsTest {
  @TempDir private Path folder;

  private static List<SlackConfig.App> apps(Map<String, String> set) {
    return SlackApps.of(new Secrets(set));
  }

  private static SlackConfig.App socket(String token, String... bots) {
    return new SlackConfig.App(List.of(bots), Optional.of(token), Optional.empty());
  }

  private static SlackConfig.App http(String secret, String... bots) {
    return new SlackConfig.App(List.of(bots), Optional.empty(), Optional.of(secret));
  }

  private static void refuses(Map<String, String> set, String... words) {
    assertThatThrownBy(() -> apps(set))
        .isInstanceOf(SettingsException.class)
        .message()
        .contains(words)
        .doesNotContain("hidden");
  }

  @Test
  void aBotTokenGoesWithAnAppTokenOrASigningSecret() {
    assertThat(apps(Map.of("SLACK_BOT_TOKEN", "xoxb-1", "SLACK_APP_TOKEN", "xapp-1")))
        .containsExactly(socket("xapp-1", "xoxb-1"));
    assertThat(apps(Map.of("SLACK_BOT_TOKEN", "xoxb-1", "SLACK_SIGNING_SECRET", "s1")))
        .containsExactly(http("s1", "xoxb-1"));
    assertThat(
            apps(
                Map.of(
                    "SLACK_BOT_TOKEN", "xoxb-1",
                    "SLACK_APP_TOKEN", "xapp-1",
                    "SLACK_SIGNING_SECRET", "s1")))
        .containsExactly(socket("xapp-1", "xoxb-1"));
  }

  @Test
  void severalWorkspacesShareAnAppOrHaveOneEach() {
    String bots = "xoxb-1, xoxb-2\n";

    assertThat(apps(Map.of("SLACK_BOT_TOKENS", bots, "SLACK_APP_TOKEN", "xapp-1")))
        .containsExactly(socket("xapp-1", "xoxb-1", "xoxb-2"));
    assertThat(apps(Map.of("SLACK_BOT_TOKENS", bots, "SLACK_APP_TOKEN", "xapp-1 xapp-2")))
        .containsExactly(socket("xapp-1", "xoxb-1"), socket("xapp-2", "xoxb-2"));
    assertThat(apps(Map.of("SLACK_BOT_TOKENS", bots, "SLACK_SIGNING_SECRET", "s1,s2")))
        .containsExactly(http("s1", "xoxb-1"), http("s2", "xoxb-2"));
  }

  @Test
  void theSecretsMayStandInFiles() throws IOException {
    Path bots = Files.writeString(folder.resolve("bots"), "xoxb-1\nxoxb-2\n");
    Path app = Files.writeString(folder.resolve("app"), "xapp-1\n");

    assertThat(
            apps(
                Map.of(
                    "SLACK_BOT_TOKENS_FILE", bots.toString(),
                    "SLACK_APP_TOKEN_FILE", app.toString())))
        .containsExactly(socket("xapp-1", "xoxb-1", "xoxb-2"));
  }

  @Test
  void aBotTokenAloneIsNotEnough() {
    refuses(
        Map.of("SLACK_BOT_TOKEN", "xoxb-hidden"),
        "SLACK_BOT_TOKEN: needs SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET");
  }

  @Test
  void tokensThatWereMixedUpAreAllNamedAtOnceAndNotPrinted() {
    refuses(
        Map.of("SLACK_BOT_TOKEN", "xapp-hidden", "SLACK_APP_TOKEN", "xoxb-hidden"),
        "SLACK_BOT_TOKEN: a bot token begins with xoxb-",
        "SLACK_APP_TOKEN: an app token begins with xapp-");
  }

  @Test
  void countsThatDoNotFitAreNamed() {
    refuses(
        Map.of("SLACK_BOT_TOKENS", "xoxb-1 xoxb-2 xoxb-3", "SLACK_APP_TOKEN", "xapp-1 xapp-2"),
        "SLACK_APP_TOKEN: 2 values for 3 bot tokens");
    refuses(
        Map.of("SLACK_BOT_TOKEN", "xoxb-1", "SLACK_SIGNING_SECRET", "a b"),
        "SLACK_SIGNING_SECRET: 2 values for 1 bot tokens");
  }

  private static List<String> platforms(Map<String, String> set) {
    Settings settings = Settings.read(Path.of("none.yaml"), set);
    return Platforms.of(settings, new Secrets(set), reason -> {}, new SimpleMeterRegistry())
        .stream()
        .map(ChatAdapter::platform)
        .toList();
  }

  @Test
  void thePlatformsAreThoseWhoseTokensAreSet() {
    Map<String, String> slack = Map.of("SLACK_BOT_TOKEN", "xoxb-1", "SLACK_APP_TOKEN", "xapp-1");
    Map<String, String> both =
        Map.of("SLACK_BOT_TOKEN", "xoxb-1", "SLACK_APP_TOKEN", "xapp-1", "DISCORD_TOKEN", "x");

    assertThat(platforms(Map.of())).isEmpty();
    assertThat(Platforms.isAnySet(new Secrets(Map.of("SLACK_APP_TOKEN", "xapp-1")))).isFalse();
    assertThat(Platforms.isAnySet(new Secrets(slack))).isTrue();
    assertThat(platforms(slack)).containsExactly("slack");
    assertThat(platforms(both)).containsExactly("discord", "slack");
  }
}
