package studycoach;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import studycoach.store.Database;
import studycoach.store.DatabaseHolder;
import studycoach.testing.Printed;
import studycoach.testing.TestDatabase;

class DatabaseCommandTest {
  @TempDir private Path folder;
  @TempDir private Path other;
  @RegisterExtension private final Printed printed = new Printed();

  private int copies(Object from, Object to) {
    return Main.run("database", "copy", "--from", from.toString(), "--to", to.toString());
  }

  @Test
  void aFolderIsCopiedToAServerAndBack() {
    String server = TestDatabase.POSTGRESQL.empty().url();
    Database.inFolder(folder).close();

    assertThat(copies(folder, server)).isZero();
    assertThat(printed.text()).containsPattern("link_turn +1\n").endsWith("identical\n");
    assertThat(copies(server, other)).isZero();
    assertThat(Database.isIn(other)).isTrue();
  }

  @Test
  void whereThereIsNoDatabaseNothingIsMade() {
    assertThat(copies(folder, other)).isEqualTo(1);
    assertThat(printed.text()).isEqualTo("There is no database in " + folder + ".\n");
    assertThat(other).isEmptyDirectory();
  }

  @Test
  void anotherKindOfAddressIsNoFolder() {
    Database.inFolder(folder).close();

    assertThat(copies(folder, "jdbc:postgres://localhost/coach?password=s3cret")).isEqualTo(2);
    assertThat(printed.text()).startsWith("The database must be a folder, or an address like ");
    assertThat(printed.text()).doesNotContain("s3cret");
  }

  @Test
  void aDatabaseThatARunningBotHoldsIsLeftToIt() throws IOException {
    Process bot = DatabaseHolder.start(folder);
    try (BufferedReader lines = bot.inputReader()) {
      assertThat(lines.readLine()).isEqualTo("open");

      assertThat(copies(folder, other)).isEqualTo(1);
      assertThat(printed.text()).contains("is in use by another process. Stop that one first");
      assertThat(other).isEmptyDirectory();
    } finally {
      bot.destroyForcibly();
    }
  }
}
