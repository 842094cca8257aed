package studycoach.room;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import studycoach.testing.ClassPath;

/**
 * Kills the room again and again while several people use it, always over the same folder, and
 * looks in the end whether anything was lost or done twice. Run it from the repository's root:
 *
 * <pre>
 * mvn -q test-compile exec:java -Dexec.classpathScope=test \
 *     -Dexec.mainClass=studycoach.room.CrashTrial -Dexec.args="50 20 1"
 * </pre>
 *
 * <p>The numbers: kills at any moment, kills around a post, the seed. Exit status 1 tells that
 * something was lost or doubled; the folder is named and left.
 */
public final class CrashTrial {
  static final String ORGANISER = "boss";
  static final List<String> PEOPLE = List.of("ann", "ben", "cem");

  /** Answers only from private copies. */
  static final String COPIER = "cy";

  private static final String MOMENT = "2026-03-27T07:00:00Z";
  private static final int MOST_AHEAD = 6;
  private static final int LONGEST_SECONDS = 20;

  private final Path folder;
  private final Path questions;
  private final Random random;
  private final CrashLog log = new CrashLog();
  private int forced;

  CrashTrial(Path folder, Path questions, long seed) {
    this.folder = folder;
    this.questions = questions;
    this.random = new Random(seed);
  }

  /** What came of a trial. */
  record Result(int rounds, int forced, int confirmed, String found, List<String> violations) {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 50;
    int forced = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 20;
    long seed = arguments.length > 2 ? Long.parseLong(arguments[2]) : 1;
    Path folder = Files.createTempDirectory("coach-crash");
    System.setProperty("coach.log", folder.resolve("trial.log").toString());
    System.out.println("Seed " + seed + ", folder " + folder);
    Result result = new CrashTrial(folder, Path.of("questions"), seed).run(rounds, forced);
    result.violations().forEach(System.out::println);
    System.out.printf(
        "%d kills at any moment, %d around a post (%d hit); %d confirmed answers; %s;"
            + " %d violations%n",
        result.rounds(),
        forced,
        result.forced(),
        result.confirmed(),
        result.found(),
        result.violations().size());
    System.exit(result.violations().isEmpty() ? 0 : 1);
  }

  /**
   * @param rounds kills at a random moment
   * @param around kills right before or after a post
   */
  Result run(int rounds, int around) throws IOException, InterruptedException {
    List<Integer> kinds = new ArrayList<>();
    for (int round = 0; round < rounds + around; round++) {
      kinds.add(round < rounds ? -1 : round - rounds);
    }
    // Among each other, so that what one leaves behind meets the other.
    Collections.shuffle(kinds, random);
    for (int kind : kinds) {
      if (kind < 0) {
        killAtAnyMoment();
      } else {
        killAround(kind);
      }
    }
    List<String> violations = new ArrayList<>(leave());
    CrashCheck check = new CrashCheck(folder, log);
    violations.addAll(check.violations());
    int copies = log.copies().values().stream().mapToInt(Integer::intValue).sum();
    return new Result(rounds, forced, log.confirmed().size() + copies, check.found(), violations);
  }

  private void killAtAnyMoment() throws IOException, InterruptedException {
    boolean starting = random.nextInt(5) == 0;
    int wait = random.nextInt(1_500);
    try (Child child = new Child(CrashRoom.Point.NEVER, "answer", 1)) {
      if (!starting) {
        child.type("/clock");
      }
      Thread typing = new Thread(() -> child.typeUntilDead(script()), "typing");
      typing.start();
      child.process.waitFor(wait, TimeUnit.MILLISECONDS);
      child.process.destroyForcibly().waitFor();
      typing.join();
      System.out.println(
          "killed " + wait + " ms after the " + (starting ? "start" : "first line was read"));
    }
  }

  private void killAround(int which) throws IOException, InterruptedException {
    CrashRoom.Point point = which % 2 == 0 ? CrashRoom.Point.AFTER : CrashRoom.Point.BEFORE;
    String verb = which / 2 % 2 == 0 ? "answer" : "mine";
    int nth = 1 + which / 4 % 3;
    try (Child child = new Child(point, verb, nth)) {
      Thread typing = new Thread(() -> child.typeUntilDead(script()), "typing");
      typing.start();
      boolean died = child.process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS);
      boolean hit = died && child.process.exitValue() == CrashRoom.KILLED;
      child.process.destroyForcibly().waitFor();
      typing.join();
      forced += hit ? 1 : 0;
      String kind = verb.equals("answer") ? "question" : "reveal";
      System.out.println(
          (hit ? "died " : "did not die ") + point + " " + kind + " " + nth + " was sent");
    }
  }

  /** Comes back once more, asks for the streaks and leaves in good order. */
  private List<String> leave() throws IOException, InterruptedException {
    try (Child child = new Child(CrashRoom.Point.NEVER, "answer", 1)) {
      for (String person : CrashCheck.everybody()) {
        child.type("/as " + person);
        child.type("streak");
      }
      child.type("/quit");
      boolean left = child.process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS);
      return left && child.process.exitValue() == 0
          ? List.of()
          : List.of("The room could not be opened and left again.");
    }
  }

  private List<String> script() {
    List<String> lines = new ArrayList<>();
    for (int step = 0; step < 400; step++) {
      lines.addAll(step(random.nextInt(100)));
    }
    return lines;
  }

  private List<String> step(int die) {
    String letter = String.valueOf("ABCD".charAt(random.nextInt(4)));
    String person = PEOPLE.get(random.nextInt(PEOPLE.size()));
    if (die < 50) {
      // A question by its buttons, or its select for two or three letters: one of them fits.
      String post = "#" + random.nextInt(3) + " ";
      return List.of("/as " + person, post + letter, post + "A C", post + "A B C");
    }
    if (die < 65) {
      return List.of("/as " + COPIER, "today", letter, "A C", "A B C");
    }
    if (die < 80) {
      return List.of("/next");
    }
    if (die < 92) {
      return List.of("/as " + ORGANISER, "group post");
    }
    if (die < 94) {
      return List.of("/down 26h");
    }
    String feedback = random.nextBoolean() ? "sealed" : "instant";
    return List.of(
        "/as " + ORGANISER, "setup feedback:" + feedback + " questions:" + (1 + random.nextInt(2)));
  }

  /** A room in a process of its own. */
  private final class Child implements AutoCloseable {
    private final Process process;
    private final Writer in;
    private final CompletableFuture<Void> reader;
    private int typed;

    Child(CrashRoom.Point point, String verb, int nth) throws IOException {
      log.restarted();
      process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-XX:TieredStopAtLevel=1",
                  "-Xshare:auto",
                  "-cp",
                  ClassPath.all(),
                  CrashRoom.class.getName(),
                  folder.toString(),
                  questions.toString(),
                  MOMENT,
                  String.valueOf(random.nextInt(1_000)),
                  point.name(),
                  verb,
                  String.valueOf(nth))
              .redirectError(ProcessBuilder.Redirect.appendTo(folder.resolve("errors").toFile()))
              .start();
      in = process.outputWriter(StandardCharsets.UTF_8);
      reader = CompletableFuture.runAsync(this::read, task -> new Thread(task, "reader").start());
    }

    private void read() {
      try (BufferedReader out =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
        // A last line without its end counts too: it was printed.
        out.lines().forEach(log::line);
      } catch (IOException | UncheckedIOException e) {
        // The pipe of a killed process.
      }
    }

    /** Types a line and waits until it was read, or the process is dead. */
    void type(String line) throws IOException, InterruptedException {
      in.write(line + "\n");
      in.flush();
      typed++;
      await(0);
    }

    private void await(int ahead) throws InterruptedException {
      while (process.isAlive() && typed - log.echoes() > ahead) {
        process.waitFor(1, TimeUnit.MILLISECONDS);
      }
    }

    /** Types a script, a few lines ahead of what was read; {@code #n} is the n-th last question. */
    void typeUntilDead(List<String> script) {
      try {
        for (String line : script) {
          if (!process.isAlive()) {
            return;
          }
          in.write(
              line.startsWith("#")
                  ? log.question(Character.digit(line.charAt(1), 10)) + line.substring(2) + "\n"
                  : line + "\n");
          in.flush();
          typed++;
          await(MOST_AHEAD);
        }
      } catch (IOException e) {
        // It was killed while somebody typed.
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    @Override
    public void close() {
      process.destroyForcibly().onExit().join();
      reader.join();
    }
  }
}
