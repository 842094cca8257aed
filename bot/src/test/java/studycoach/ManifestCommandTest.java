package studycoach;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import studycoach.testing.World;

class ManifestCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    CommandLine line = Main.commandLine();
    line.setOut(new PrintWriter(out));
    line.setErr(new PrintWriter(err));
    return line.execute(arguments);
  }

  @Test
  void theManifestBesideTheSettingsIsTheOneThatIsPrinted() throws IOException {
    Path root = World.questionsFolder().resolveSibling("config");

    assertThat(run("manifest", "slack")).isZero();

    assertThat(root.resolve("slack-manifest.yaml"))
        .as("coach manifest slack > config/slack-manifest.yaml")
        .hasContent(out.toString());
    assertThat(Files.readString(root.resolve("slack-manifest.yaml")))
        .contains("socket_mode_enabled: true", "command: /coach")
        .doesNotContain("url");
  }

  @Test
  void withAnAddressSlackSendsEverythingThere() {
    assertThat(run("manifest", "slack", "--url", "https://coach.example.org/")).isZero();

    assertThat(out.toString()).contains("socket_mode_enabled: false").doesNotContain("org//slack");
    assertThat(out.toString().split("url: https://coach.example.org/slack/events\n", -1))
        .hasSize(4);
  }

  @Test
  void withoutAPlatformOrWithAnAddressThatIsNoneTheUsageIsTold() {
    assertThat(run("manifest")).isEqualTo(2);
    assertThat(err.toString()).contains("slack");
    assertThat(run("manifest", "slack", "--url", "no address")).isEqualTo(2);
    assertThat(out.toString()).isEmpty();
  }
}
