package studycoach.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordingFile;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a copy of the file holds that is made at the moment when a change has returned. */
class FlushTest {
  private static final int MANY = 12;

  @TempDir private Path folder;
  @TempDir private Path copies;
  private Database database;
  private Jdbi jdbi;

  @BeforeEach
  void open() {
    database = Database.inFolder(folder);
    jdbi = database.jdbi();
    jdbi.useHandle(handle -> handle.execute("CREATE TABLE kept (n INT)"));
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void aTransactionIsInTheFileWhenItReturns() throws IOException {
    for (int n = 1; n <= MANY; n++) {
      int next = n;
      jdbi.useTransaction(handle -> handle.execute("INSERT INTO kept VALUES (?)", next));
      assertThat(inTheFile()).hasSize(n);
    }
  }

  @Test
  void aChangeOutsideOfATransactionIsInTheFileWhenItReturns() throws IOException {
    for (int n = 1; n <= MANY; n++) {
      int next = n;
      jdbi.useHandle(handle -> handle.execute("INSERT INTO kept VALUES (?)", next));
      assertThat(inTheFile()).hasSize(n);
    }
  }

  @Test
  void whatManyChangeAtTheSameTimeIsInTheFileWhenTheyReturn() throws IOException {
    CompletableFuture<?>[] all =
        IntStream.range(0, MANY)
            .mapToObj(
                n ->
                    CompletableFuture.runAsync(
                        () ->
                            jdbi.useTransaction(
                                handle -> handle.execute("INSERT INTO kept VALUES (?)", n))))
            .toArray(CompletableFuture<?>[]::new);
    CompletableFuture.allOf(all).join();

    assertThat(inTheFile()).hasSize(MANY);
  }

  @Test
  void aTransactionThatFailsLeavesNothingInTheFile() throws IOException {
    assertThatThrownBy(
            () ->
                jdbi.useTransaction(
                    handle -> {
                      handle.execute("INSERT INTO kept VALUES (1)");
                      jdbi.useTransaction(inner -> inner.execute("INSERT INTO kept VALUES (2)"));
                      throw new IOException("a failure");
                    }))
        .hasMessage("a failure");

    assertThat(inTheFile()).isEmpty();
  }

  @Test
  void aTransactionIsOnTheDiskWhenItReturns() throws IOException {
    assertThat(forced(() -> jdbi.useTransaction(h -> h.execute("INSERT INTO kept VALUES (1)"))))
        .isPositive();
  }

  @Test
  void whatCanBeFoundOutAgainIsInTheFileAndSparesTheDisk() throws IOException {
    long forced =
        forced(
            () ->
                jdbi.useTransaction(
                    handle -> {
                      handle.configure(Durability.class, Durability::written);
                      handle.execute("INSERT INTO kept VALUES (1)");
                    }));

    assertThat(forced).isZero();
    assertThat(inTheFile()).hasSize(1);
  }

  /** How often the database's file is forced to the disk meanwhile. */
  private long forced(Runnable meanwhile) throws IOException {
    Path events = copies.resolve("events.jfr");
    try (Recording recording = new Recording()) {
      recording.enable("jdk.FileForce").withoutThreshold();
      recording.start();
      meanwhile.run();
      recording.stop();
      recording.dump(events);
    }
    return RecordingFile.readAllEvents(events).stream()
        .filter(event -> event.getEventType().getName().equals("jdk.FileForce"))
        .filter(event -> event.getString("path").startsWith(folder.toString()))
        .count();
  }

  /** As a process that starts after a kill would find it. */
  private List<Integer> inTheFile() throws IOException {
    Path copy = Files.createTempDirectory(copies, "copy");
    Files.copy(folder.resolve("coach.mv.db"), copy.resolve("coach.mv.db"));
    try (Database found = Database.existingIn(copy, Migration.atOnce())) {
      return found
          .jdbi()
          .withHandle(
              handle -> handle.createQuery("SELECT n FROM kept").mapTo(Integer.class).list());
    }
  }
}
