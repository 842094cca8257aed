package studycoach.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
  @TempDir private Path folder;

  @Test
  void aSecretIsTheValueOfItsVariable() {
    assertThat(new Secrets(Map.of("DISCORD_TOKEN", " abc\n")).find("DISCORD_TOKEN"))
        .contains(new Secret("abc"));
    assertThat(new Secrets(Map.of("DISCORD_TOKEN", "  ")).find("DISCORD_TOKEN")).isEmpty();
  }

  @Test
  void aSecretMayStandInAFile() throws IOException {
    Path file = Files.writeString(folder.resolve("token"), "abc\n");

    assertThat(new Secrets(Map.of("DISCORD_TOKEN_FILE", file.toString())).find("DISCORD_TOKEN"))
        .contains(new Secret("abc"));
  }

  @Test
  void aFileThatIsMissingOrEmptyIsNamed() throws IOException {
    Path empty = Files.writeString(folder.resolve("token"), "\n");

    assertThatThrownBy(() -> new Secrets(Map.of("X_FILE", empty.toString())).find("X"))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("X_FILE")
        .hasMessageContaining("is empty");
    assertThatThrownBy(() -> new Secrets(Map.of("X_FILE", folder + "/none")).find("X"))
        .hasMessageContaining("can't be read");
  }

  @Test
  void aSecretIsNeverPrinted() {
    assertThat(new Secret("abc").toString()).doesNotContain("abc");
  }
}
