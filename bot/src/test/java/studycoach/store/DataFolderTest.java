package studycoach.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
  @TempDir private Path folder;

  private void isRefused() {
    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> DataFolder.hold(folder))
        .withMessageContaining(folder + " is in use by another process. Stop that one first");
  }

  @Test
  void oneProcessHasItUntilItIsKilled() throws Exception {
    Process other = DatabaseHolder.start(folder);
    try (BufferedReader lines = other.inputReader()) {
      assertThat(lines.readLine()).isEqualTo("open");

      isRefused();
    } finally {
      other.destroyForcibly().waitFor();
    }
    DataFolder.hold(folder).close();
  }

  @Test
  void oneBotHasItUntilItIsClosed() throws Exception {
    try (AutoCloseable held = DataFolder.hold(folder)) {
      assertThat(held).isNotNull();
      isRefused();
    }
    DataFolder.hold(folder).close();
  }

  @Test
  void aFolderWithoutRoomForItsLockIsNamed() throws Exception {
    Files.createDirectory(folder.resolve("coach.lock"));

    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> DataFolder.hold(folder))
        .withMessageContaining(folder + " can't be locked.");
  }
}
