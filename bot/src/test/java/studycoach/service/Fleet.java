package studycoach.service;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import studycoach.platform.slack.fake.FakeChannel;
import studycoach.platform.slack.fake.FakeInteraction;
import studycoach.platform.slack.fake.FakePerson;
import studycoach.platform.slack.fake.FakeSlack;
import studycoach.platform.slack.fake.FakeWorkspace;

/** Bots in processes of their own, on one database, one Slack and one clock that can be set. */
final class Fleet implements AutoCloseable {
  static final LocalTime TIME = LocalTime.of(9, 0);
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** Longer than a living process lets pass between two signs of life. */
  private static final Duration SILENCE = Duration.ofSeconds(9);

  /** After which the silent are taken for dead. */
  private static final Duration DEATH = Duration.ofSeconds(35);

  private static final Duration MOURNING = Duration.ofSeconds(40);

  private final FakeSlack slack = new FakeSlack();
  private final List<FakeWorkspace> workspaces;
  private final SharedClock clock;

  /**
   * A Monday that is still to come: db-scheduler has jobs of the dead run again at the system's
   * time, whatever its clock shows.
   */
  private final LocalDate first = nextMonday();

  private final List<ClockedProcess> bots = new ArrayList<>();
  private final FleetDatabase database;

  /**
   * Starts so many bots at the same time, on an empty database, an hour before the first day's
   * drops.
   *
   * @param folder of all; each bot has one of its own in it, {@code bot0} and so on
   * @param database closed with the fleet
   */
  Fleet(Path folder, FleetDatabase database, int processes, int workspaces) throws IOException {
    this.database = database;
    this.workspaces =
        IntStream.range(0, workspaces).mapToObj(i -> slack.workspace("w" + i)).toList();
    Path file = folder.resolve("clock");
    clock = SharedClock.at(file, due(first).minus(Duration.ofHours(1)));
    List<String> arguments = new ArrayList<>(List.of(file.toString()));
    arguments.addAll(database.arguments());
    arguments.addAll(List.of(slack.apiUrl(), slack.app().appToken()));
    this.workspaces.forEach(workspace -> arguments.add(workspace.botToken()));
    for (int i = 0; i < processes; i++) {
      bots.add(new ClockedProcess(folder.resolve("bot" + i), arguments));
      bots.get(i).start();
    }
    await().atMost(PATIENCE).until(() -> bots.stream().allMatch(ClockedProcess::isRunning));
  }

  /** At least a week ahead. */
  static LocalDate nextMonday() {
    return LocalDate.now(Clock.systemUTC())
        .plusWeeks(1)
        .with(TemporalAdjusters.next(DayOfWeek.MONDAY));
  }

  /** When the drops of a day are due. */
  static Instant due(LocalDate day) {
    return day.atTime(TIME).toInstant(ZoneOffset.UTC);
  }

  /** The day on which groups begin. */
  LocalDate first() {
    return first;
  }

  FakeSlack slack() {
    return slack;
  }

  List<FakeWorkspace> workspaces() {
    return workspaces;
  }

  SharedClock clock() {
    return clock;
  }

  List<ClockedProcess> bots() {
    return bots;
  }

  /** Looks at the database while bots run. */
  Jdbi jdbi() {
    return database.live();
  }

  /** Kills all bots for good, and looks at what they leave. */
  Jdbi ends() throws InterruptedException {
    for (ClockedProcess bot : bots) {
      bot.kill();
    }
    return database.atRest();
  }

  /** An admin types a command and waits until it was answered. */
  void asks(FakeChannel channel, String line) {
    FakePerson boss = channel.workspace().person("boss").admin();
    FakeInteraction asked = boss.command(channel, "/coach", line);
    await()
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(5))
        .atMost(PATIENCE)
        .until(() -> !asked.messages().isEmpty());
  }

  /**
   * Sets the time once no job runs: the processes would take each other for dead in the middle of
   * one, which only a clock that is set does to them.
   *
   * @return false if jobs run
   */
  boolean jump(Instant to) {
    if (bots.stream().noneMatch(ClockedProcess::isAlive)) {
      clock.set(to);
      return true;
    }
    return database
        .live()
        .inTransaction(
            handle -> {
              database.hold(handle);
              Instant now = clock.instant();
              boolean busy =
                  handle
                      .createQuery(
                          "SELECT EXISTS (SELECT 1 FROM scheduled_tasks WHERE picked"
                              + " AND last_heartbeat > :silent"
                              + " OR NOT picked AND execution_time <= :soon)")
                      .bind("silent", now.minus(SILENCE))
                      .bind("soon", now.plusMillis(300))
                      .mapTo(Boolean.class)
                      .one();
              if (!busy) {
                clock.set(to);
                pause(SharedClock.SEEN_BY_ALL);
              }
              return !busy;
            });
  }

  /**
   * Lets the jobs of the only process, which was killed, be taken for dead. One that has the
   * database for itself takes them up at once when it starts.
   */
  void mourns() {
    if (database.isShared() && bots.size() == 1) {
      jump(clock.instant().plus(MOURNING));
    }
  }

  /** Lets the jobs of killed processes be taken for dead, if there are any. */
  void buries() {
    if (!database.isShared()) {
      return;
    }
    boolean left =
        database
            .live()
            .withHandle(
                handle ->
                    handle
                        .createQuery(
                            "SELECT EXISTS (SELECT 1 FROM scheduled_tasks WHERE picked"
                                + " AND last_heartbeat < :silent AND last_heartbeat > :dead)")
                        .bind("silent", clock.instant().minus(SILENCE))
                        .bind("dead", clock.instant().minus(DEATH))
                        .mapTo(Boolean.class)
                        .one());
    if (left) {
      jump(clock.instant().plus(DEATH));
    }
  }

  static void pause(Duration time) {
    try {
      Thread.sleep(time.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    bots.forEach(ClockedProcess::close);
    database.close();
  }
}
