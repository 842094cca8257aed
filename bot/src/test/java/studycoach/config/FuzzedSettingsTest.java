package studycoach.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterProperty;

/** Whatever stands in the file of settings and in the environment: it is taken or told. */
class FuzzedSettingsTest {
  private static final List<String> VARIABLES =
      List.of(
          "COACH_COMMAND",
          "COACH_DATA_DIR",
          "COACH_QUESTIONS_DIR",
          "COACH_DATABASE_URL",
          "COACH_DATABASE_URL_FILE",
          "COACH_DATABASE_USER",
          "COACH_DATABASE_PASSWORD",
          "COACH_LIMITS_ACTIONS",
          "COACH_LIMITS_CHANNEL",
          "COACH_LIMITS_SECONDS",
          "DISCORD_API_URL",
          "DISCORD_SHARDS",
          "SLACK_API_URL",
          "SLACK_HOST",
          "SLACK_PORT");

  private static final List<String> PIECES =
      List.of(
          Character.toString('\n'),
          "  ",
          "\t",
          ": ",
          "- ",
          "{",
          "}",
          "[",
          "\"",
          "'",
          "#",
          "&a ",
          "*a",
          "!!int ",
          "---\n",
          "null",
          "~",
          "-1",
          "1e3",
          "99999999999999999999",
          "0x10",
          "\u0000",
          "\ud83d",
          "😀",
          "größe",
          "limits:",
          "slack: [1]",
          "port: {a: b}",
          "../..",
          "/",
          "C:\\x",
          "http://[/api/",
          "https://a b/api/",
          "jdbc:postgresql://",
          "jdbc:postgresql://h:99999999/x?%zz",
          "?a=%",
          "/dev/null",
          "/proc/self/mem",
          "x".repeat(10_000));

  private final Path file = fresh();

  private static Path fresh() {
    try {
      return Files.createTempFile("coach", ".yaml");
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @AfterProperty
  void delete() throws IOException {
    Files.delete(file);
  }

  private static String any(Random random) {
    return PIECES.get(random.nextInt(PIECES.size()));
  }

  private void write(byte[] bytes) {
    try {
      Files.write(file, bytes);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private List<String> wrong(Map<String, String> environment) {
    List<String> wrong = new ArrayList<>();
    Settings settings = Settings.read(file, environment, wrong);
    assertThat(settings.limits().actions()).isBetween(1, 1_000);
    assertThat(wrong).allSatisfy(line -> assertThat(line).isNotBlank());
    return wrong;
  }

  @Property(tries = 300, shrinking = ShrinkingMode.OFF)
  void aChangedFileIsTakenOrToldWithItsLine(@ForAll long seed) throws IOException {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder(Files.readString(Path.of("..", "config", "coach.yaml")));
    for (int change = random.nextInt(4) + 1; change > 0; change--) {
      int from = random.nextInt(text.length());
      text.replace(from, Math.min(text.length(), from + random.nextInt(30)), any(random));
    }
    write(text.toString().getBytes(StandardCharsets.UTF_8));

    wrong(Map.of());
  }

  @Property(tries = 100, shrinking = ShrinkingMode.OFF)
  void bytesOfAnyKindAreTold(@ForAll byte[] bytes) {
    write(bytes);

    assertThat(wrong(Map.of())).isNotEmpty();
  }

  @Property(tries = 300, shrinking = ShrinkingMode.OFF)
  void anEnvironmentOfAnyKindIsTakenOrTold(@ForAll long seed) {
    Random random = new Random(seed);
    Map<String, String> environment = new HashMap<>();
    VARIABLES.forEach(
        variable -> {
          if (random.nextBoolean()) {
            environment.put(variable, any(random) + (random.nextBoolean() ? any(random) : ""));
          }
        });

    wrong(environment);
  }
}
