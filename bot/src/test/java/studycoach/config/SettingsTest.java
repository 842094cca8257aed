package studycoach.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studycoach.testing.World;

class SettingsTest {
  @TempDir private Path folder;

  private Settings.Slack slack(String yaml, Map<String, String> environment) throws IOException {
    Path file = Files.writeString(folder.resolve("coach.yaml"), yaml);
    return Settings.read(file, environment).slack();
  }

  @Test
  void slackIsReachedAtItsOwnAddressAndHeardOnAllByDefault() throws IOException {
    assertThat(slack("{}", Map.of()).api()).isEmpty();
    assertThat(slack("{}", Map.of()).host()).isEqualTo("0.0.0.0");
    assertThat(slack("{}", Map.of()).port()).isEqualTo(3_000);
  }

  @Test
  void theEnvironmentGoesBeforeTheFile() throws IOException {
    String yaml = "slack:\n  host: 127.0.0.1\n  port: 8080\n";

    assertThat(slack(yaml, Map.of()).host()).isEqualTo("127.0.0.1");
    assertThat(slack(yaml, Map.of()).port()).isEqualTo(8_080);
    Settings.Slack set =
        slack(
            yaml,
            Map.of(
                "SLACK_HOST", "10.0.0.1",
                "SLACK_PORT", "0",
                "SLACK_API_URL", " https://slack-gov.com/api/ "));
    assertThat(set.host()).isEqualTo("10.0.0.1");
    assertThat(set.port()).isZero();
    assertThat(set.api()).contains(URI.create("https://slack-gov.com/api/"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "SLACK_API_URL;https://slack.com/;must end in /api/",
        "SLACK_API_URL;slack.com/api/;must end in /api/",
        "SLACK_API_URL;https://slack.com/api;must end in /api/",
        "SLACK_PORT;70000;must be a whole number from 0 to 65535",
        "SLACK_PORT;http;must be a whole number from 0 to 65535",
      })
  void whatIsWrongIsNamed(String variable, String value, String words) {
    assertThatThrownBy(() -> slack("{}", Map.of(variable, value)))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining(variable + ": " + words);
  }

  @Test
  void aKeyThatIsUnknownIsNamed() {
    assertThatThrownBy(() -> slack("slack:\n  prt: 1\n", Map.of()))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("prt");
  }

  @Test
  void theFileThatComesAlongHoldsEveryDefault() {
    Path file = Path.of("..", "config", "coach.yaml");

    assertThat(Settings.read(file, Map.of())).isEqualTo(settings(Map.of()));
  }

  @Test
  void aFolderThatCanHaveNoSuchNameIsNamed() {
    assertThatThrownBy(() -> settings(Map.of("COACH_DATA_DIR", "\0")))
        .hasMessage("data (COACH_DATA_DIR): is no path on this system, e.g. data");
  }

  @Test
  void limitsAreSetForPeopleChannelsAndWorkspaces() throws IOException {
    Path file = Files.writeString(folder.resolve("coach.yaml"), "limits: {channel: 7}\n");
    Map<String, String> environment =
        Map.of(
            "COACH_LIMITS_ACTIONS", "5",
            "COACH_LIMITS_WORKSPACE", "1000000",
            "COACH_LIMITS_SECONDS", "60");

    assertThat(Settings.read(file, environment).limits())
        .isEqualTo(new Settings.Limits(5, 7, 1_000_000, Duration.ofMinutes(1)));
    assertThatThrownBy(() -> settings(Map.of("COACH_LIMITS_CHANNEL", "0")))
        .hasMessage("COACH_LIMITS_CHANNEL: must be a whole number from 1 to 100000, e.g. 3000");
  }

  private Settings settings(Map<String, String> environment) {
    return Settings.read(folder.resolve("none.yaml"), environment);
  }

  @Test
  void thereIsNoServerUnlessItsAddressIsSet() {
    assertThat(settings(Map.of("COACH_DATABASE_USER", "ann")).database()).isEmpty();
  }

  @Test
  void aServerHasAnAddressAndWhoComes() throws IOException {
    Path password = Files.writeString(folder.resolve("password"), "s3cret\n");
    Settings settings =
        settings(
            Map.of(
                "COACH_DATABASE_URL",
                PostgreSql.EXAMPLE + "?password=s3cret",
                "COACH_DATABASE_USER",
                "ann",
                "COACH_DATABASE_PASSWORD_FILE",
                password.toString()));

    PostgreSql server = settings.database().orElseThrow();
    assertThat(server.user()).contains("ann");
    assertThat(server.password().orElseThrow().value()).isEqualTo("s3cret");
    assertThat(settings.toString()).doesNotContain("s3cret");
  }

  @Test
  void allThatIsWrongIsToldAtOnceWithoutTheAddress() {
    Map<String, String> wrong =
        Map.of(
            "COACH_DATABASE_URL", "jdbc:mysql://localhost/coach?password=s3cret",
            "COACH_COMMAND", "Coach!",
            "SLACK_PORT", "http");

    assertThatThrownBy(() -> settings(wrong))
        .hasMessageContaining("COACH_DATABASE_URL: must be the address of a PostgreSQL, e.g. jdbc:")
        .hasMessageContaining("command: ")
        .hasMessageContaining("SLACK_PORT: ")
        .message()
        .doesNotContain("s3cret");
    assertThatThrownBy(
            () -> settings(Map.of("COACH_DATABASE_URL", "jdbc:postgresql://localhost:x/coach")))
        .hasMessageContaining("COACH_DATABASE_URL: ");
    assertThatThrownBy(
            () ->
                settings(
                    Map.of(
                        "COACH_DATABASE_URL", PostgreSql.EXAMPLE,
                        "COACH_DATABASE_PASSWORD_FILE", "/nowhere",
                        "SLACK_PORT", "http")))
        .hasMessageContaining("COACH_DATABASE_PASSWORD_FILE: ")
        .hasMessageContaining("SLACK_PORT: ");
  }

  private Settings all(String yaml, Map<String, String> environment) throws IOException {
    return Settings.read(Files.writeString(folder.resolve("coach.yaml"), yaml), environment);
  }

  @Test
  void healthIsToldToThisMachineAloneByDefault() throws IOException {
    assertThat(all("{}", Map.of()).health()).isEqualTo(new Settings.Health("127.0.0.1", 9_464));
    assertThat(
            all(
                    "health:\n  host: 10.0.0.1\n  port: 1\n",
                    Map.of("HEALTH_HOST", "0.0.0.0", "HEALTH_PORT", "0"))
                .health())
        .isEqualTo(new Settings.Health("0.0.0.0", 0));
  }

  @Test
  void theLogIsTextOrJsonAndNothingElse() throws IOException {
    assertThat(all("{}", Map.of()).log()).isEqualTo(Settings.Log.TEXT);
    assertThat(all("log:\n  format: json\n", Map.of()).log()).isEqualTo(Settings.Log.JSON);
    assertThat(all("{}", Map.of("COACH_LOG_FORMAT", "json")).log()).isEqualTo(Settings.Log.JSON);
    assertThatThrownBy(() -> all("log:\n  format: xml\n", Map.of()))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("log.format (COACH_LOG_FORMAT): must be text or json");
  }

  private Backups backups(String yaml, Map<String, String> environment) throws IOException {
    Path file = Files.writeString(folder.resolve("coach.yaml"), yaml);
    return Settings.read(file, environment).backups();
  }

  @Test
  void backupsAreMadeWhereAndWhenItIsSet() throws IOException {
    assertThat(backups("{}", Map.of()).folder()).isEmpty();
    assertThat(backups("{}", Map.of()).keep()).isEqualTo(7);
    assertThat(backups("{}", Map.of()).after(ZonedDateTime.parse("2026-03-27T03:30:00Z")))
        .isEqualTo("2026-03-28T03:30:00Z");

    String yaml = "backup:\n  folder: kept\n  time: 13:30 Europe/Berlin\n  keep: 365\n";
    assertThat(backups(yaml, Map.of()).folder()).contains(Path.of("kept"));
    assertThat(backups(yaml, Map.of()).keep()).isEqualTo(365);
    assertThat(backups(yaml, Map.of()).after(ZonedDateTime.parse("2026-03-27T12:29:59Z")))
        .isEqualTo("2026-03-27T12:30:00Z");
    Map<String, String> environment =
        Map.of("COACH_BACKUP_FOLDER", "/b", "COACH_BACKUP_TIME", "04:00", "COACH_BACKUP_KEEP", "1");
    assertThat(backups(yaml, environment))
        .isEqualTo(new Backups(Optional.of(Path.of("/b")), LocalTime.of(4, 0), ZoneOffset.UTC, 1));
    assertThat(backups("backup:\n  time: 13:30\n", Map.of()).time()).isEqualTo("13:30");
  }

  @ParameterizedTest
  @CsvSource({
    "COACH_BACKUP_TIME, noon, must be a time",
    "COACH_BACKUP_TIME, 03:30 Berlin, must be a time",
    "COACH_BACKUP_KEEP, 0, must be a whole number from 1 to 365",
  })
  void whatIsWrongWithBackupsIsNamed(String variable, String value, String words) {
    assertThatThrownBy(() -> backups("{}", Map.of(variable, value)))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining(variable)
        .hasMessageContaining(words);
  }

  @Test
  void theFileThatComesWithTheProgramHoldsTheDefaults() {
    Path ours = World.questionsFolder().resolveSibling("config/coach.yaml");
    assertThat(Settings.read(ours, Map.of())).isEqualTo(settings(Map.of()));
  }
}
