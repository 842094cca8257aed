package studycoach.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import studycoach.testing.ClassPath;

/** The size of H2's file after a clean stop. */
@Timeout(120)
class CompactingTest {
  private static final int KILLS = 3;
  private static final int ROWS = 10_000;
  private static final int LONGEST_MS = 250;

  @TempDir private Path folder;

  /** In a process of its own: says that it begins, then closes the folder's database. */
  static final class Closing {
    private Closing() {}

    public static void main(String[] arguments) {
      Database database = Database.inFolder(Path.of(arguments[0]));
      System.out.println("now");
      database.closeCompacted();
      System.exit(0);
    }
  }

  private long size() throws IOException {
    return Files.size(folder.resolve("coach.mv.db"));
  }

  private static void churn(Database database) {
    database
        .jdbi()
        .useHandle(
            handle -> {
              handle.execute("CREATE TABLE IF NOT EXISTS churned (id INT PRIMARY KEY, text TEXT)");
              handle.execute("DELETE FROM churned");
              handle.execute(
                  "INSERT INTO churned SELECT \"X\", RANDOM_UUID() || REPEAT(RANDOM_UUID(), 5)"
                      + " FROM SYSTEM_RANGE(1, "
                      + ROWS
                      + ")");
            });
  }

  private static long rows(Database database) {
    return database
        .jdbi()
        .withHandle(
            handle -> handle.createQuery("SELECT COUNT(*) FROM churned").mapTo(Long.class).one());
  }

  @Test
  void aCleanStopLeavesNoMoreThanIsNeeded() throws IOException {
    Database database = Database.inFolder(folder);
    for (int round = 0; round < 4; round++) {
      churn(database);
    }
    database.jdbi().useHandle(handle -> handle.execute("DELETE FROM churned WHERE id > 100"));
    database.close();
    long before = size();

    Database.inFolder(folder).closeCompacted();

    assertThat(size()).isLessThan(before / 2).isLessThan(1_000_000);
    try (Database again = Database.inFolder(folder)) {
      assertThat(rows(again)).isEqualTo(100);
    }
  }

  @Test
  void aKillWhileItIsCompactedDamagesNothing() throws Exception {
    Random random = new Random();
    for (int kill = 0; kill < KILLS; kill++) {
      try (Database database = Database.inFolder(folder)) {
        churn(database);
      }
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-XX:TieredStopAtLevel=1",
                  "-cp",
                  ClassPath.all(),
                  Closing.class.getName(),
                  folder.toString())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      assertThat(process.inputReader().readLine()).isEqualTo("now");
      process.waitFor(random.nextInt(LONGEST_MS), TimeUnit.MILLISECONDS);
      process.destroyForcibly().waitFor();
      try (Database database = Database.inFolder(folder)) {
        assertThat(rows(database)).isEqualTo(ROWS);
      }
    }
  }
}
