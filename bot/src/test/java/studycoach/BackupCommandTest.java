package studycoach;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import studycoach.backup.BackupRequest;
import studycoach.control.ControlServer;
import studycoach.store.Database;
import studycoach.testing.ClassPath;
import studycoach.testing.MutableClock;
import studycoach.testing.Printed;
import studycoach.testing.TestDatabase;

class BackupCommandTest {
  @TempDir private Path data;
  @TempDir private Path other;
  @TempDir private Path folder;
  @RegisterExtension private final Printed printed = new Printed();

  private Path file() {
    return folder.resolve("Wednesday ünd.zip");
  }

  private int backup() {
    return Main.run("backup", file().toString(), "--data", data.toString());
  }

  private int restore(Path to) {
    return Main.run("restore", file().toString(), "--data", to.toString());
  }

  @Test
  void withNoBotRunningTheDatabaseIsOpenedAndComesBackElsewhere() {
    Database.inFolder(data).close();

    assertThat(backup()).isZero();
    assertThat(printed.text()).isEqualTo("Backed up in " + file() + ".\n");
    assertThat(restore(other)).isZero();
    assertThat(printed.text()).contains("Restored what was backed up at ").contains("the same.");
    assertThat(Database.isIn(other)).isTrue();
    assertThat(restore(data)).isEqualTo(1);
    assertThat(printed.text()).contains("There is a database in " + data + ".");
  }

  @Test
  void theRunningBotIsAskedIfThereIsOne() {
    MutableClock clock = new MutableClock("2026-03-27T08:00:00Z");
    try (Database held = Database.inFolder(data);
        ControlServer server =
            ControlServer.start(
                data, Map.of(), Map.of(BackupRequest.NAME, new BackupRequest(held, clock)))) {
      assertThat(server).isNotNull();
      assertThat(backup()).isZero();
      assertThat(backup()).isEqualTo(1);
      assertThat(printed.text()).contains("is there already, and was left as it is.");
    }
    assertThat(restore(other)).isZero();
    assertThat(printed.text()).contains("backed up at 2026-03-27T08:00:00Z");
  }

  @Test
  void withNoDatabaseItSaysSoAndMakesNone() {
    assertThat(backup()).isEqualTo(1);
    assertThat(printed.text()).isEqualTo("There is no database in " + data + ".\n");
    assertThat(data).isEmptyDirectory();
    assertThat(folder).isEmptyDirectory();
  }

  /** A limit to the size of files is the nearest to a full disk that a test can have. */
  @Test
  void whereThereIsNoRoomNothingIsLeft() throws IOException, InterruptedException {
    TestDatabase.Address server = TestDatabase.POSTGRESQL.empty();
    Database.at(server.url(), server.user(), "").close();
    ProcessBuilder command =
        new ProcessBuilder(
            "bash",
            "-c",
            "ulimit -f 40; exec \"$0\" -XX:-UsePerfData -cp \"$1\" studycoach.Main backup \"$2\"",
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            ClassPath.ofTheProgram(),
            file().toString());
    command.environment().put("COACH_DATABASE_URL", server.url());
    command.environment().put("COACH_DATABASE_USER", server.user());
    command.environment().put("COACH_DATA_DIR", data.toString());
    Process process = command.redirectErrorStream(true).start();
    String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).isEqualTo(1);
    assertThat(told).startsWith("The backup " + file() + " was not made: ");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).isEmpty();
    }
  }
}
