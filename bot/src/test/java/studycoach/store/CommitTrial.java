package studycoach.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import studycoach.testing.ClassPath;

/**
 * Kills a process that commits to H2, again and again, and looks whether all is there that it said
 * was committed. Meant for every change of H2's version: 2.5.252 lost answers of several seconds
 * where it used the file's space again. Run it from the repository's root; the number is that of
 * the kills:
 *
 * <pre>
 * mvn -q test-compile exec:java -Dexec.classpathScope=test \
 *     -Dexec.mainClass=studycoach.store.CommitTrial -Dexec.args="100"
 * </pre>
 */
public final class CommitTrial {
  private static final int WRITERS = 4;
  private static final int LONGEST_MS = 1_500;

  private final Path folder;
  private final Random random = new Random();
  private final Map<Integer, Integer> confirmed = new ConcurrentHashMap<>();

  CommitTrial(Path folder) {
    this.folder = folder;
  }

  public static void main(String[] arguments) throws Exception {
    int kills = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100;
    CommitTrial trial = new CommitTrial(Files.createTempDirectory("coach-commits"));
    List<String> losses = trial.run(kills);
    losses.forEach(System.out::println);
    System.out.println(
        kills + " kills, " + trial.commits() + " commits, " + losses.size() + " losses");
    System.exit(losses.isEmpty() ? 0 : 1);
  }

  /** Kills so often; gives a line for every writer that lost something at a kill. */
  List<String> run(int kills) throws IOException, InterruptedException {
    List<String> losses = new ArrayList<>();
    for (int kill = 1; kill <= kills; kill++) {
      writeAndKill();
      losses.addAll(losses(kill));
    }
    return losses;
  }

  int commits() {
    return confirmed.values().stream().mapToInt(Integer::intValue).sum();
  }

  private void writeAndKill() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                ClassPath.all(),
                CommitWriter.class.getName(),
                folder.toString(),
                String.valueOf(WRITERS))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader lines = process.inputReader()) {
      CountDownLatch begun = new CountDownLatch(1);
      Thread reader = new Thread(() -> read(lines, begun), "reader");
      reader.start();
      begun.await();
      process.waitFor(random.nextInt(LONGEST_MS), TimeUnit.MILLISECONDS);
      process.destroyForcibly().waitFor();
      reader.join();
    }
  }

  private void read(BufferedReader lines, CountDownLatch begun) {
    try {
      for (String line : (Iterable<String>) lines.lines()::iterator) {
        String[] words = line.split(" ", 2);
        confirmed.put(Integer.parseInt(words[0]), Integer.parseInt(words[1]));
        begun.countDown();
      }
    } catch (UncheckedIOException e) {
      // The pipe of a killed process.
    } finally {
      begun.countDown();
    }
  }

  private List<String> losses(int kill) {
    List<String> losses = new ArrayList<>();
    try (Database database = Database.inFolder(folder)) {
      confirmed.replaceAll(
          (writer, told) -> {
            int found = found(database, writer);
            if (found < told) {
              losses.add(
                  "Kill " + kill + ": writer " + writer + " was told " + told + ", found " + found);
            }
            return Math.min(told, found);
          });
    }
    return losses;
  }

  private static int found(Database database, int writer) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery("SELECT COUNT(*) FROM kept WHERE writer = :writer")
                    .bind("writer", writer)
                    .mapTo(Integer.class)
                    .one());
  }
}
