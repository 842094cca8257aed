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
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import studycoach.config.PostgreSql;
import studycoach.pack.Bank;
import studycoach.platform.slack.fake.FakeChannel;
import studycoach.platform.slack.fake.FakePerson;
import studycoach.platform.slack.fake.FakeSlack;
import studycoach.platform.slack.fake.FakeWorkspace;
import studycoach.store.Database;
import studycoach.testing.RunningClock;
import studycoach.testing.StoppableServer;

/**
 * Stops PostgreSQL for a while in the middle of twelve groups' drops and again in the middle of
 * their reveals, while ten people answer, and looks in the end whether anything was lost or done
 * twice. Run it from the repository's root; the number is the seconds of each outage:
 *
 * <pre>
 * mvn -q test-compile exec:java -Dexec.classpathScope=test \
 *     -Dexec.mainClass=studycoach.service.OutageTrial -Dexec.args="60"
 * </pre>
 *
 * <p>Exit status 1 tells of a violation.
 */
public final class OutageTrial {
  private static final int GROUPS = 12;
  private static final int PEOPLE = 10;
  private static final int MORE = 50;
  private static final Duration LOOK = Duration.ofMillis(100);
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final Duration ANSWERING = Duration.ofSeconds(5);

  /**
   * A Monday that is still to come: db-scheduler has jobs of the dead run again at the system's
   * time, whatever its clock shows.
   */
  private static final LocalDate FIRST = Fleet.nextMonday();

  private final FakeSlack slack = new FakeSlack();
  private final FakeWorkspace acme = slack.workspace("acme");
  private final List<FakeChannel> channels =
      IntStream.range(0, GROUPS).mapToObj(i -> acme.channel("c" + i)).toList();

  private final RunningClock clock =
      new RunningClock(Fleet.due(FIRST).minus(Duration.ofHours(1)).toString());
  private final Ledger ledger = new Ledger();
  private final Crowd crowd;
  private final StoppableServer server;
  private final Duration away;

  private OutageTrial(StoppableServer server, Duration away) {
    this.server = server;
    this.away = away;
    this.crowd = new Crowd(new KeyReader(Bank.load(Path.of("questions"))), ledger);
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("coach-outage");
    System.setProperty("coach.log", folder.resolve("trial.log").toString());
    Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> {}); // db-scheduler's go on
    Duration away = Duration.ofSeconds(arguments.length > 0 ? Long.parseLong(arguments[0]) : 60);
    StoppableServer server = new StoppableServer(Files.createDirectory(folder.resolve("stored")));
    server.start();
    List<String> violations = new OutageTrial(server, away).run(folder.resolve("data"));
    violations.forEach(violation -> System.out.println("VIOLATION " + violation));
    System.out.println(violations.size() + " violations");
    System.exit(violations.isEmpty() ? 0 : 1);
  }

  private List<String> run(Path data) throws InterruptedException {
    slack.limits().times(MORE);
    PostgreSql address = server.address();
    try (Service service = new OnSlack(slack, data).start(Optional.of(address), clock, acme);
        Database database = Database.at(address.url().value(), "postgres", "")) {
      System.out.println("Health is told at " + service.health());
      setUp();
      IntStream.range(0, PEOPLE).forEach(i -> crowd.joins(acme.person("p" + i), channels, i));
      Undone undone = new Undone(database.jdbi());
      day(FIRST, undone);
      day(FIRST.plusDays(1), undone);
      crowd.leaves();
      long start = System.nanoTime();
      while (undone.edits() && System.nanoTime() - start < PATIENCE.toNanos()) {
        Fleet.pause(ANSWERING);
      }
      return violations(database, undone);
    }
  }

  private void setUp() {
    FakePerson boss = acme.person("boss").admin();
    for (int i = 0; i < GROUPS; i++) {
      String wish =
          "setup exam:MLS-C01 time:09:00 zone:UTC days:daily board:\"tue 09:00\" questions:2"
              + " feedback:"
              + (i % 3 == 0 ? "sealed" : "instant");
      SlackTalk.answered(boss.command(channels.get(i), "/coach", wish));
    }
  }

  /** Stops the server while a day's drops, and the reveals and boards due with them, are posted. */
  private void day(LocalDate day, Undone undone) {
    int standing = posts();
    clock.set(Fleet.due(day).toString());
    while (posts() < standing + GROUPS / 2) {
      Fleet.pause(LOOK);
    }
    server.stop();
    Map<String, Integer> before = ledger.others();
    Fleet.pause(away);
    Map<String, Integer> told = ledger.others();
    told.replaceAll((words, times) -> times - before.getOrDefault(words, 0));
    System.out.println(day + ": away for " + away.toSeconds() + " s; people were told " + told);
    server.start();
    long back = System.nanoTime();
    while (isUndone(undone) && System.nanoTime() - back < PATIENCE.toNanos()) {
      Fleet.pause(LOOK);
    }
    System.out.printf(
        "%s: all is posted %d ms after it was back%n",
        day, Duration.ofNanos(System.nanoTime() - back).toMillis());
    Fleet.pause(ANSWERING);
  }

  private int posts() {
    return channels.stream().mapToInt(channel -> channel.all().size()).sum();
  }

  private boolean isUndone(Undone undone) {
    Instant now = clock.instant();
    try {
      return undone.any(now);
    } catch (RuntimeException e) {
      return true; // The look found it away.
    }
  }

  private List<String> violations(Database database, Undone undone) {
    ProcessCheck check = new ProcessCheck(database.jdbi());
    check.posts(channels);
    check.answers(ledger);
    check.tallies();
    check.days(FIRST, FIRST.plusDays(1), Set.of(FIRST, FIRST.plusDays(1)));
    List<String> violations = new ArrayList<>(check.violations());
    slack.violations().forEach(one -> violations.add("Slack would not take " + one));
    if (undone.edits()) {
      violations.add("posts are out of date");
    }
    System.out.printf(
        "confirmed answers: %d final, %d under seal; posts: %s; refused: %s%n",
        ledger.count(Ledger.Outcome.TAKEN),
        ledger.count(Ledger.Outcome.NOTED),
        check.posts(),
        new HashSet<>(ledger.others().keySet()));
    return violations;
  }
}
