package studycoach.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import studycoach.pack.Bank;
import studycoach.platform.slack.fake.FakeChannel;
import studycoach.platform.slack.fake.FakePerson;
import studycoach.platform.slack.fake.FakeWorkspace;

/**
 * Kills processes of the bot again and again while twelve groups on Slack get their drops, reveals
 * and boards in the same minute and people answer, and looks in the end whether anything was lost
 * or done twice. Run it from the repository's root; the numbers are those of the processes (1 or 2,
 * on one PostgreSQL), the kills, and the seed:
 *
 * <pre>
 * mvn -q test-compile exec:java -Dexec.classpathScope=test \
 *     -Dexec.mainClass=studycoach.service.ProcessTrial -Dexec.args="2 200 1"
 * </pre>
 *
 * <p>With {@code h2 200 1} it is one process on its own H2 file, which is opened in the end as the
 * last kill has left it. With {@code fanout 500} it is {@link ProcessFanOut}. Exit status 1 tells
 * of a violation; the processes' output is in the folder that is named.
 */
public final class ProcessTrial {
  private static final int WORKSPACES = 2;
  private static final int GROUPS = 12;
  private static final int PEOPLE = 5;
  private static final int IN_A_WEEK = 7;
  private static final Duration AHEAD = Duration.ofMillis(1_500);
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final int MORE = 50;
  private static final int LONGEST_WAIT = 4_000;
  private static final Duration LOOK = Duration.ofMillis(100);

  private final Random random;
  private final Fleet fleet;
  private final int kills;
  private final ProcessCheck boards;
  private final Undone undone;
  private final List<FakeChannel> channels = new ArrayList<>();
  private final List<String> violations = new ArrayList<>();
  private final Set<LocalDate> awaited = new HashSet<>();
  private LocalDate today;
  private Instant settled;
  private int killed;
  private int starting;

  private ProcessTrial(Fleet fleet, int kills, long seed) {
    this.fleet = fleet;
    this.kills = kills;
    this.random = new Random(seed);
    this.boards = new ProcessCheck(fleet.jdbi());
    this.undone = new Undone(fleet.jdbi());
    this.today = fleet.first().minusDays(1);
    this.settled = Fleet.due(today);
  }

  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createTempDirectory("coach-processes");
    System.setProperty("coach.log", folder.resolve("trial.log").toString());
    String form = arguments.length > 0 ? arguments[0] : "2";
    int number = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 200;
    System.out.println("The processes' output is in " + folder);
    List<String> violations =
        form.equals("fanout")
            ? ProcessFanOut.run(folder, number)
            : run(folder, form, number, arguments.length > 2 ? Long.parseLong(arguments[2]) : 1);
    violations.forEach(violation -> System.out.println("VIOLATION " + violation));
    System.out.println(violations.size() + " violations");
    System.exit(violations.isEmpty() ? 0 : 1);
  }

  private static List<String> run(Path folder, String form, int kills, long seed)
      throws IOException, InterruptedException {
    boolean h2 = form.equals("h2");
    try (Fleet fleet =
        new Fleet(
            folder,
            h2 ? new FleetDatabase.OwnFile(folder.resolve("bot0")) : new FleetDatabase.Server(),
            h2 ? 1 : Integer.parseInt(form),
            WORKSPACES)) {
      return new ProcessTrial(fleet, kills, seed).run();
    }
  }

  private List<String> run() throws IOException, InterruptedException {
    setUp();
    Ledger ledger = new Ledger();
    Crowd crowd = new Crowd(new KeyReader(Bank.load(Path.of("questions"))), ledger);
    for (FakeWorkspace workspace : fleet.workspaces()) {
      List<FakeChannel> here =
          channels.stream().filter(channel -> channel.workspace() == workspace).toList();
      for (int i = 0; i < PEOPLE; i++) {
        FakePerson person = workspace.person("person" + i);
        crowd.joins(person, here, random.nextLong());
      }
    }
    while (killed < kills) {
      round(random.nextInt(6) == 0 && today.isAfter(fleet.first()) ? IN_A_WEEK : 1);
    }
    if (fleet.bots().stream().noneMatch(ClockedProcess::isAlive)) {
      round(1);
    }
    crowd.leaves();
    settles();
    awaitsEdits();
    violations.addAll(boards.violations());
    ProcessCheck check = new ProcessCheck(fleet.ends());
    check.posts(channels);
    check.answers(ledger);
    check.tallies();
    check.days(fleet.first(), today, awaited);
    violations.addAll(check.violations());
    fleet.slack().violations().forEach(one -> violations.add("Slack would not take " + one));
    tell(ledger, check.posts());
    return violations;
  }

  private void setUp() {
    fleet.slack().limits().times(MORE); // since a day takes some seconds here
    for (int i = 0; i < GROUPS; i++) {
      FakeChannel channel = fleet.workspaces().get(i % WORKSPACES).channel("c" + i);
      channels.add(channel);
      String weekday = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun").get(i % IN_A_WEEK);
      fleet.asks(
          channel,
          "setup exam:MLS-C01 time:09:00 zone:UTC days:daily board:\"%s 09:00\"".formatted(weekday)
              + " feedback:%s questions:%d thread:%s"
                  .formatted(
                      i % 3 == 0 ? "sealed" : "instant", 1 + i % 2, i % 4 == 0 ? "yes" : "no"));
    }
  }

  /** Goes to the minute of the next day, or of one a week later, and kills some processes. */
  private void round(int days) throws IOException, InterruptedException {
    Instant since = settled;
    LocalDate yesterday = today;
    today = today.plusDays(days);
    jumps(Fleet.due(today).minus(AHEAD));
    startsAgain();
    int inThisRound = Math.min(1 + random.nextInt(3), kills - killed);
    boolean leaves =
        random.nextInt(3) == 0
            && settled.equals(Fleet.due(yesterday))
            && killed + inThisRound + fleet.bots().size() < kills;
    boolean alone = fleet.bots().size() > 1 && random.nextInt(3) == 0; // one does all the rest
    for (int i = 0; i < inThisRound; i++) {
      awaitsMoment(i);
      ClockedProcess bot = fleet.bots().get(random.nextInt(fleet.bots().size()));
      kill(bot);
      fleet.mourns();
      if (i + 1 < inThisRound || !alone) {
        bot.start();
      }
    }
    if (leaves) {
      Fleet.pause(Duration.ofMillis(random.nextInt(LONGEST_WAIT)));
      for (ClockedProcess bot : fleet.bots()) {
        if (!alone || bot.isAlive()) {
          kill(bot);
        }
      }
      System.out.println(today + ": all are killed, " + killed + " kills");
      return;
    }
    long start = System.nanoTime();
    settles();
    long taken = Duration.ofNanos(System.nanoTime() - start).toMillis();
    Fleet.pause(Duration.ofMillis(random.nextInt(LONGEST_WAIT))); // in which people answer
    startsAgain();
    settled = Fleet.due(today);
    awaited.add(today);
    boards.board(since, settled);
    System.out.printf("%s: all is posted after %d ms, %d kills%n", today, taken, killed);
  }

  private void startsAgain() throws IOException {
    for (ClockedProcess bot : fleet.bots()) {
      if (!bot.isAlive()) {
        bot.start();
      }
    }
  }

  /** Waits for the next kill: around the drop, soon after a start, or when all run again. */
  private void awaitsMoment(int kill) {
    boolean early = kill > 0 && random.nextInt(3) == 0;
    long start = System.nanoTime();
    while (!early && !fleet.bots().stream().allMatch(ClockedProcess::isRunning)) {
      if (System.nanoTime() - start > PATIENCE.toNanos()) {
        violations.add("a process did not start in time");
        return;
      }
      Fleet.pause(LOOK);
    }
    Fleet.pause(Duration.ofMillis(random.nextInt(LONGEST_WAIT)));
  }

  private void kill(ClockedProcess bot) throws InterruptedException {
    starting += bot.isRunning() ? 0 : 1;
    if (!bot.kill()) {
      violations.add("a process had ended by itself");
    }
    killed++;
  }

  private void jumps(Instant to) {
    long start = System.nanoTime();
    while (!fleet.jump(to)) {
      if (System.nanoTime() - start > PATIENCE.toNanos()) {
        violations.add("jobs ran on and on before " + to);
        fleet.clock().set(to);
        return;
      }
      fleet.buries();
      Fleet.pause(LOOK);
    }
  }

  /** Waits until all that is due is done. */
  private void settles() {
    long start = System.nanoTime();
    while (fleet.clock().instant().isBefore(Fleet.due(today))
        || undone.any(fleet.clock().instant())) {
      if (System.nanoTime() - start > PATIENCE.toNanos()) {
        violations.add(
            "not all was done in time on " + today + ": " + undone.list(fleet.clock().instant()));
        return;
      }
      fleet.buries();
      Fleet.pause(LOOK);
    }
  }

  private void awaitsEdits() {
    long start = System.nanoTime();
    while (undone.edits() && System.nanoTime() - start < PATIENCE.toNanos()) {
      fleet.buries();
      Fleet.pause(LOOK);
    }
  }

  private void tell(Ledger ledger, Map<String, Integer> posts) {
    System.out.println("besides, people were told: " + ledger.others());
    System.out.printf(
        "%d processes, %d kills (%d before the start was over), %d days; confirmed answers: %d"
            + " final, %d under seal; %d answered before, %d never heard; posts: %s;"
            + " interactions that failed: %d; answers 429: %d%n",
        fleet.bots().size(),
        killed,
        starting,
        awaited.size(),
        ledger.count(Ledger.Outcome.TAKEN),
        ledger.count(Ledger.Outcome.NOTED),
        ledger.count(Ledger.Outcome.BEFORE),
        ledger.count(Ledger.Outcome.UNKNOWN),
        posts,
        fleet.slack().failed().size(),
        fleet.slack().limits().refused());
  }
}
