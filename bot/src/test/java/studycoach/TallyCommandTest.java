package studycoach;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import studycoach.control.ControlServer;
import studycoach.control.Report;
import studycoach.store.Database;
import studycoach.testing.Printed;

class TallyCommandTest {
  @TempDir private Path folder;
  @RegisterExtension private final Printed printed = new Printed();

  private int check() {
    return Main.run("tally", "check", "--data", folder.toString());
  }

  @Test
  void withNoBotRunningTheDatabaseIsOpened() {
    Database.inFolder(folder).close();

    assertThat(check()).isZero();
    assertThat(printed.lines()).containsExactly("Tallies equal the log.");
  }

  @Test
  void withNoDatabaseItSaysSoAndMakesNone() {
    assertThat(check()).isEqualTo(1);
    assertThat(printed.lines()).containsExactly("There is no database in " + folder + ".");
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
      assertThat(printed.lines()).containsExactly("a", "b", "2 differences.");
    }
  }

  @Test
  void oneDifferenceIsOne() {
    assertThat(new TallyCheck(() -> List.of("a")).get())
        .isEqualTo(new Report(List.of("a", "1 difference."), false));
    assertThat(new TallyCheck(List::of).get().good()).isTrue();
  }
}
