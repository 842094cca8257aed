package studycoach.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** When H2's file is written. */
@Timeout(60)
class GateTest {
  @TempDir private Path folder;
  private Database database;

  /** Public for H2. */
  public static final class Slow {
    private static volatile CountDownLatch inside = new CountDownLatch(1);
    private static volatile CountDownLatch released = new CountDownLatch(1);

    private Slow() {}

    /** A statement that calls this as {@code waits()} is in the middle until it is let go. */
    public static int waits() throws InterruptedException {
      inside.countDown();
      released.await();
      return 1;
    }
  }

  @BeforeEach
  void open() {
    Slow.inside = new CountDownLatch(1);
    Slow.released = new CountDownLatch(1);
    database = Database.inFolder(folder);
    execute("CREATE ALIAS waits FOR \"studycoach.store.GateTest$Slow.waits\"");
    execute("CREATE TABLE gated (id INT PRIMARY KEY, number INT)");
    execute("INSERT INTO gated VALUES (1, 0), (2, 0)");
  }

  @AfterEach
  void close() {
    Slow.released.countDown();
    database.close();
  }

  private void execute(String sql) {
    database.jdbi().useHandle(handle -> handle.execute(sql));
  }

  private CompletableFuture<Void> begins(String sql) {
    return CompletableFuture.runAsync(() -> execute(sql));
  }

  private boolean somebodyWaits() {
    String waiting =
        "SELECT count(*) FROM information_schema.sessions WHERE blocker_id IS NOT NULL";
    return database.jdbi().withHandle(handle -> handle.select(waiting).mapTo(int.class).one()) > 0;
  }

  @Test
  void theFileIsNotWrittenInTheMiddleOfAChange() throws InterruptedException {
    CompletableFuture<Void> change = begins("UPDATE gated SET number = waits() WHERE id = 1");
    Slow.inside.await();
    CompletableFuture<Void> other = begins("UPDATE gated SET number = 5 WHERE id = 2");

    await().during(Duration.ofMillis(500)).until(() -> !other.isDone());
    Slow.released.countDown();
    other.join();
    change.join();
  }

  @Test
  void aQuestionKeepsNobodyWaiting() throws InterruptedException {
    CompletableFuture<Void> question = begins("SELECT waits()");
    Slow.inside.await();

    execute("UPDATE gated SET number = 5 WHERE id = 2");
    assertThat(question).isNotDone();
    Slow.released.countDown();
    question.join();
  }

  @Test
  void whoWaitsForSomebodyElsesRowKeepsThemFromNothing() throws SQLException {
    try (Connection first = database.source().getConnection()) {
      first.setAutoCommit(false);
      first.createStatement().execute("UPDATE gated SET number = 1 WHERE id = 1");
      CompletableFuture<Void> waiting = begins("UPDATE gated SET number = 2 WHERE id = 1");
      await().until(this::somebodyWaits);
      CompletableFuture<Void> writing = begins("UPDATE gated SET number = 3 WHERE id = 2");

      first.createStatement().execute("UPDATE gated SET number = number + 1 WHERE id = 1");
      first.commit();
      waiting.join();
      writing.join();
    }
    List<Integer> numbers =
        database
            .jdbi()
            .withHandle(
                handle ->
                    handle
                        .createQuery("SELECT number FROM gated ORDER BY id")
                        .mapTo(Integer.class)
                        .list());
    assertThat(numbers).containsExactly(2, 3);
  }
}
