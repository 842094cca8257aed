package studycoach.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studycoach.copy.DatabaseCopy;
import studycoach.store.Database;
import studycoach.store.Migration;
import studycoach.store.SchemaVersion;
import studycoach.store.StoreException;
import studycoach.testing.TestDatabase;

/** What is not what was backed up is not restored. */
class DamageTest {
  private static final Instant NOW = Instant.parse("2026-03-27T08:00:00Z");
  private static final int FLIPS = 40;
  private static final int HEAD = 400;

  @TempDir private Path folder;
  @TempDir private Path target;
  private String fingerprint = "";
  private byte[] whole = {};

  @BeforeEach
  void backUp() throws IOException {
    try (Database database = TestDatabase.H2.open()) {
      database
          .jdbi()
          .useHandle(
              handle ->
                  handle.execute(
                      "INSERT INTO learner (created_at) SELECT CURRENT_TIMESTAMP"
                          + " FROM SYSTEM_RANGE(1, 500)"));
      fingerprint = DatabaseCopy.fingerprint(database);
      Backup.write(database, folder.resolve("whole.zip"), NOW);
    }
    whole = Files.readAllBytes(folder.resolve("whole.zip"));
  }

  private Path file(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("broken.zip"), bytes);
  }

  private void isRefused(Path file, String words) {
    assertThatThrownBy(() -> Restore.toFolder(file, target))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining(words);
    assertThat(target).isEmptyDirectory();
  }

  @Test
  void oneThatEndsTooSoonIsRefused() throws IOException {
    isRefused(file(Arrays.copyOf(whole, whole.length / 2)), "is damaged");
    isRefused(file(Arrays.copyOf(whole, HEAD)), "is damaged");
  }

  @Test
  void whereverABitHasTurnedItIsRefusedOrAllIsStillThere() throws IOException {
    Random random = new Random(7);
    int refused = 0;
    for (int i = 0; i < FLIPS; i++) {
      byte[] bytes = whole.clone();
      bytes[random.nextInt(i < FLIPS / 2 ? HEAD : bytes.length)] ^= (byte) (1 << random.nextInt(8));
      Path to = target.resolve("target" + i);
      try {
        Restore.toFolder(file(bytes), to);
        try (Database restored = Database.inFolder(to, Migration.none())) {
          assertThat(DatabaseCopy.fingerprint(restored)).isEqualTo(fingerprint);
        }
      } catch (StoreException e) {
        refused++;
        assertThat(e).hasMessageContaining("broken.zip");
        assertThat(to).isEmptyDirectory();
      }
    }
    assertThat(refused).isGreaterThan(FLIPS / 2);
  }

  @Test
  void whatIsNoBackupIsRefused() throws IOException {
    isRefused(file("not a zip".getBytes(StandardCharsets.UTF_8)), "is no backup of Study Coach");
    isRefused(file(new byte[0]), "is no backup of Study Coach");
    isRefused(zip("holiday.txt", "hello"), "is no backup of Study Coach");
    isRefused(zip(Backup.HEADER, "hello"), "is no backup of Study Coach");
    isRefused(folder.resolve("nothing.zip"), "There is no file ");
  }

  private Path zip(String name, String text) throws IOException {
    Path file = folder.resolve("made.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(text.getBytes(StandardCharsets.UTF_8));
      if (name.equals(Backup.HEADER)) {
        zip.putNextEntry(new ZipEntry(Backup.DATABASE));
        zip.write(1);
      }
    }
    return file;
  }

  private static String header(String schema) {
    return new Header(new SchemaVersion(schema), NOW, "0".repeat(64)).encode();
  }

  @Test
  void oneOfANewerReleaseIsRefused() throws IOException {
    isRefused(zip(Backup.HEADER, header("20991231.2359")), "is of a newer release");
    isRefused(zip(Backup.HEADER, "Study Coach backup 2\nschema 1\n"), "is of a newer release");
  }

  @Test
  void oneWhoseValuesAreOthersThanItsHeaderSaysIsRefused() throws IOException {
    Path place = Files.createDirectory(folder.resolve("unpacked"));
    Header header = Unpacking.into(place, folder.resolve("whole.zip"));
    Path forged = folder.resolve("forged.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(forged))) {
      zip.putNextEntry(new ZipEntry(Backup.HEADER));
      zip.write(header(header.schema().text()).getBytes(StandardCharsets.UTF_8));
      zip.putNextEntry(new ZipEntry(Backup.DATABASE));
      Files.copy(place.resolve(Backup.DATABASE), zip);
    }
    isRefused(forged, "is damaged");
  }
}
