package studycoach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studycoach.chat.ChatAdapter;
import studycoach.config.Secrets;
import studycoach.config.SettingsException;
import studycoach.testing.World;

/** What an operator has set, rightly or wrongly. */
class GivenTest {
  private static final Map<String, String> SLACK =
      Map.of("SLACK_BOT_TOKEN", "xoxb-1", "SLACK_APP_TOKEN", "xapp-1");

  @TempDir private Path folder;

  /** With folders that are good. */
  private Given given(Map<String, String> set) {
    Map<String, String> environment = new HashMap<>();
    environment.put("COACH_DATA_DIR", folder.resolve("a/b").toString());
    environment.put("COACH_QUESTIONS_DIR", World.questionsFolder().toString());
    environment.putAll(set);
    return Given.read(folder.resolve("coach.yaml"), environment);
  }

  private List<String> platforms(Map<String, String> set) {
    return Platforms.of(given(set), reason -> {}, new SimpleMeterRegistry()).stream()
        .map(ChatAdapter::platform)
        .toList();
  }

  private void refuses(Map<String, String> set, String... lines) {
    assertThatThrownBy(() -> given(set))
        .isInstanceOf(SettingsException.class)
        .message()
        .satisfies(message -> assertThat(message.lines().toList()).hasSize(lines.length))
        .contains(lines);
  }

  @Test
  void thePlatformsAreThoseWhoseTokensAreSet() {
    Map<String, String> both = new HashMap<>(SLACK);
    both.put("DISCORD_TOKEN", "x");

    assertThat(platforms(SLACK)).containsExactly("slack");
    assertThat(platforms(both)).containsExactly("discord", "slack");
    assertThat(folder).as("a look changes nothing").isEmptyDirectory();
  }

  @Test
  void whatIsMeantForAPlatformIsATokenThoughItIsNotEnough() {
    assertThat(Tokens.isAnySet(new Secrets(Map.of("SLACK_SIGNING_SECRET", "s")))).isTrue();
    assertThat(Tokens.isAnySet(new Secrets(Map.of("DISCORD_TOKEN_FILE", "/none")))).isTrue();
    assertThat(Tokens.isAnySet(new Secrets(Map.of("DISCORD_TOKEN", " ")))).isFalse();
  }

  @Test
  void withoutATokenItSaysWhatToSet() {
    refuses(Map.of(), "Set DISCORD_TOKEN, or SLACK_BOT_TOKEN with SLACK_APP_TOKEN");
  }

  @Test
  void everythingThatIsWrongIsNamedAtOnceWithAnExample() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    Files.writeString(folder.resolve("coach.yaml"), "slack:\n  port: many\ntypo: 1\n");

    refuses(
        Map.of(
            "COACH_COMMAND", "Study Coach",
            "COACH_LIMITS_ACTIONS", "lots",
            "COACH_DATA_DIR", file.resolve("data").toString(),
            "COACH_QUESTIONS_DIR", folder.resolve("none").toString(),
            "DISCORD_TOKEN_FILE", "/none/token",
            "SLACK_BOT_TOKENS", "xoxb-1, xoxb-2, xoxb-3",
            "SLACK_SIGNING_SECRET", "s1, s2"),
        "COACH_LIMITS_ACTIONS: must be a whole number from 1 to 1000, e.g. 20",
        "command: must be lower-case letters and digits, e.g. coach",
        "coach.yaml:2: slack.port: ",
        "coach.yaml:3: typo: ",
        "data (COACH_DATA_DIR): the folder " + file.resolve("data") + " can't be written to",
        "questions (COACH_QUESTIONS_DIR): there is no folder " + folder.resolve("none"),
        "DISCORD_TOKEN_FILE: the file /none/token can't be read; name one that can, e.g. /run/",
        "SLACK_SIGNING_SECRET: 2 values for 3 bot tokens");
  }

  @Test
  void whoeverSetsSomethingWronglyGetsAStatusOfItsOwn() {
    assertThat(Main.run("run", "--config", folder.resolve("none.yaml").toString())).isEqualTo(2);
  }

  @Test
  void aTokenOfDiscordIsOneWord() {
    refuses(Map.of("DISCORD_TOKEN", "Bot abc"), "DISCORD_TOKEN: the token is one word, e.g. ");
  }
}
