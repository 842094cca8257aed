package studycoach;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studycoach.control.ControlServer;
import studycoach.control.Report;
import studycoach.store.Database;

class TallyCommandTest {
  @TempDir private Path folder;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final PrintStream out = System.out;
  private final PrintStream err = System.err;

  @BeforeEach
  void listen() {
    PrintStream both = new PrintStream(printed, true, StandardCharsets.UTF_8);
    System.setOut(both);
    System.setErr(both);
  }

  @AfterEach
  void stopListening() {
    System.setOut(out);
    System.setErr(err);
  }

  private int check() {
    return Main.run("tally", "check", "--data", folder.toString());
  }

  private List<String> lines() {
    return printed.toString(StandardCharsets.UTF_8).lines().toList();
  }

  @Test
  void withNoBotRunningTheDatabaseIsOpened() {
    Database.inFolder(folder).close();

    assertThat(check()).isZero();
    assertThat(lines()).containsExactly("Tallies equal the log.");
  }

  @Test
  void withNoDatabaseItSaysSoAndMakesNone() {
    assertThat(check()).isEqualTo(1);
    assertThat(lines()).containsExactly("There is no database in " + folder + ".");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void theRunningBotIsAskedIfThereIsOne() {
    Report two = new TallyCheck(() -> List.of("a", "b")).get();
    try (Database held = Database.inFolder(folder);
        ControlServer server = ControlServer.start(folder, Map.of(TallyCheck.NAME, () -> two))) {
      assertThat(held).isNotNull();
      assertThat(server).isNotNull();
      assertThat(check()).isEqualTo(1);
      assertThat(lines()).containsExactly("a", "b", "2 differences.");
    }
  }

  @Test
  void oneDifferenceIsOne() {
    assertThat(new TallyCheck(() -> List.of("a")).get())
        .isEqualTo(new Report(List.of("a", "1 difference."), false));
    assertThat(new TallyCheck(List::of).get().good()).isTrue();
  }
}
