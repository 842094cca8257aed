package studycoach.recall;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * Reviews per second against ts-fsrs, on the recorded histories, in one run. Run it from the
 * repository's root after {@code npm install --prefix bot/src/test/fsrs}:
 *
 * <pre>
 * mvn -q test-compile exec:java -Dexec.classpathScope=test \
 *     -Dexec.mainClass=studycoach.recall.FsrsBenchmark
 * </pre>
 */
public final class FsrsBenchmark {
  private static final int ROUNDS = 5;
  private static final double SECONDS_A_ROUND = 1;

  private FsrsBenchmark() {}

  public static void main(String[] arguments) throws IOException {
    List<History> histories = History.recorded();
    double ours = 0;
    for (int round = 0; round < ROUNDS; round++) {
      ours = Math.max(ours, rate(histories));
    }
    System.out.printf(Locale.ROOT, "ours: %,.0f reviews a second%n", ours);
    Process node =
        new ProcessBuilder("node", "bot/src/test/fsrs/benchmark.js")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String answer = new String(node.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    for (String line : answer.lines().toList()) {
      String[] measured = line.split(" ", -1);
      double theirs = Double.parseDouble(measured[1]);
      System.out.printf(
          Locale.ROOT, "ts-fsrs, %s: %,.0f; ours ÷ it: %.1f%n", measured[0], theirs, ours / theirs);
    }
  }

  private static double rate(List<History> histories) {
    Fsrs fsrs = new Fsrs();
    double sum = 0;
    long reviews = 0;
    long start = System.nanoTime();
    double seconds = 0;
    while (seconds < SECONDS_A_ROUND) {
      for (History history : histories) {
        sum += replay(fsrs, history);
        reviews += history.answers().size();
      }
      seconds = (System.nanoTime() - start) / 1e9;
    }
    if (Double.isNaN(sum)) {
      throw new IllegalStateException("not a memory");
    }
    return reviews / seconds;
  }

  private static double replay(Fsrs fsrs, History history) {
    Memory memory = fsrs.first(history.answers().get(0).grade());
    for (int i = 1; i < history.answers().size(); i++) {
      History.Answer answer = history.answers().get(i);
      memory = fsrs.next(memory, answer.days(), answer.grade());
    }
    return memory.stability();
  }
}
