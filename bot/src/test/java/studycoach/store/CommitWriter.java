package studycoach.store;

import java.nio.file.Path;
import java.util.Random;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;

/**
 * Commits numbers, each printed once it is committed, until the process is killed. What was written
 * earlier is changed and deleted all the time, so that the file's space is used again.
 */
final class CommitWriter {
  private static final int LONGEST = 3_000;
  private static final int KEPT = 10;
  private static final int LONGEST_PAUSE_MS = 300;

  private final Jdbi jdbi;
  private final int writer;
  private final Random random = new Random();

  private CommitWriter(Jdbi jdbi, int writer) {
    this.jdbi = jdbi;
    this.writer = writer;
  }

  /**
   * @param arguments the folder, the number of writers
   */
  public static void main(String[] arguments) {
    Jdbi jdbi = Database.inFolder(Path.of(arguments[0])).jdbi();
    jdbi.useHandle(
        handle -> {
          // Space is used again at once, which it otherwise is after 45 seconds.
          handle.execute("SET RETENTION_TIME 0");
          handle.execute(
              "CREATE TABLE IF NOT EXISTS kept (writer INT, number INT, text VARCHAR(3000),"
                  + " PRIMARY KEY (writer, number))");
        });
    IntStream.range(0, Integer.parseInt(arguments[1]))
        .forEach(writer -> new Thread(new CommitWriter(jdbi, writer)::write).start());
  }

  private void write() {
    int number =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery("SELECT COALESCE(MAX(number), 0) FROM kept WHERE writer = :writer")
                    .bind("writer", writer)
                    .mapTo(Integer.class)
                    .one());
    while (true) {
      number++;
      add(number);
      System.out.println(writer + " " + number);
      shorten(number - KEPT);
      pause();
    }
  }

  private void add(int number) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate("INSERT INTO kept VALUES (:writer, :number, :text)")
                .bind("writer", writer)
                .bind("number", number)
                .bind("text", "x".repeat(random.nextInt(LONGEST)))
                .execute());
  }

  private void shorten(int before) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "UPDATE kept SET text = '' WHERE writer = :writer AND number < :before"
                        + " AND text <> ''")
                .bind("writer", writer)
                .bind("before", before)
                .execute());
  }

  private void pause() {
    if (random.nextInt(5) == 0) {
      try {
        Thread.sleep(random.nextInt(LONGEST_PAUSE_MS));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
