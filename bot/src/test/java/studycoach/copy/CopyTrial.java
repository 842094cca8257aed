package studycoach.copy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Supplier;
import studycoach.store.Database;
import studycoach.testing.TestDatabase;

/**
 * How long a copy of many attempts takes, from H2 to PostgreSQL and back. Run it from the
 * repository's root; the number is that of the attempts:
 *
 * <pre>
 * mvn -q test-compile exec:java -Dexec.classpathScope=test \
 *     -Dexec.mainClass=studycoach.copy.CopyTrial -Dexec.args="100000"
 * </pre>
 */
public final class CopyTrial {
  private static final int QUESTIONS = 200;

  private CopyTrial() {}

  public static void main(String[] arguments) throws IOException {
    int attempts = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
    Path folder = Files.createTempDirectory("coach-copy");
    try (Database first = Database.inFolder(folder.resolve("first"));
        Database server = TestDatabase.POSTGRESQL.open();
        Database back = Database.inFolder(folder.resolve("back"))) {
      fill(first, attempts);
      timed("H2 to PostgreSQL", () -> DatabaseCopy.run(first, server).get("attempt"));
      timed("PostgreSQL to H2", () -> DatabaseCopy.run(server, back).get("attempt"));
      String before = DatabaseCopy.fingerprint(first);
      String after = DatabaseCopy.fingerprint(back);
      System.out.println(
          before.equals(after) ? "identical: " + after : before + " is not " + after);
      System.exit(before.equals(after) ? 0 : 1);
    }
  }

  private static void timed(String what, Supplier<Long> copy) {
    long start = System.nanoTime();
    Long attempts = copy.get();
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    System.out.println(what + ": " + attempts + " attempts in " + took.toMillis() + " ms");
  }

  private static void fill(Database database, int attempts) {
    int learners = attempts / QUESTIONS;
    database
        .jdbi()
        .useTransaction(
            handle -> {
              handle.execute(
                  "INSERT INTO learner (created_at) SELECT CURRENT_TIMESTAMP"
                      + " FROM SYSTEM_RANGE(1, ?)",
                  learners);
              handle.execute(
                  "INSERT INTO study_group (exam, zone, drop_time, weekdays, questions, sealed,"
                      + " paused, skip_next, next_drop_at, next_drop_day, created_at)"
                      + " VALUES ('X-1', 'UTC', '09:00', '1', 1, FALSE, FALSE, FALSE,"
                      + " CURRENT_TIMESTAMP, CURRENT_DATE, CURRENT_TIMESTAMP)");
              handle.execute(
                  "INSERT INTO group_drop (group_id, opened_at, closes_at, late, state, local_day)"
                      + " SELECT MAX(id), CURRENT_TIMESTAMP, CURRENT_TIMESTAMP, FALSE, 'closed',"
                      + " CURRENT_DATE FROM study_group");
              handle.execute(
                  "INSERT INTO drop_question (drop_id, group_id, place, question_id, version,"
                      + " domain, permutation, worth, worth_rule) SELECT d.id, d.group_id, r.\"X\","
                      + " 'q-' || r.\"X\", 'v1', 'data', '0,1,2,3', 15, 1"
                      + " FROM group_drop d, SYSTEM_RANGE(1, ?) r",
                  QUESTIONS);
              handle.execute(
                  "INSERT INTO attempt (learner_id, given_by, group_id, drop_id, drop_question_id,"
                      + " question_id, version, picks, correct, answered_at) SELECT l.id, l.id,"
                      + " q.group_id, q.drop_id, q.id, q.question_id, 'v1', '0', TRUE,"
                      + " CURRENT_TIMESTAMP FROM learner l, drop_question q");
            });
  }
}
