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
import studycoach.store.Database;
import studycoach.testing.TestDatabase;

/** Bots in processes of their own, on one PostgreSQL, one Slack and one clock that can be set. */
final class Fleet implements AutoCloseable {
  static final LocalTime TIME = LocalTime.of(9, 0);
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** Longer than a living process lets pass between two signs of life. */
  private static final Duration SILENCE = Duration.ofSeconds(9);

  /** After which the silent are taken for dead. */
  private static final Duration DEATH = Duration.ofSeconds(35);

  private final FakeSlack slack = new FakeSlack();
  private final List<FakeWorkspace> workspaces;
  private final SharedClock clock;

  /**
   * A Monday that is still to come: db-scheduler has jobs of the dead run again at the system's
   * time, whatever its clock shows.
   */
  private final LocalDate first =
      LocalDate.now(Clock.systemUTC()).plusWeeks(1).with(TemporalAdjusters.next(DayOfWeek.MONDAY));

  private final List<ClockedProcess> bots = new ArrayList<>();
  private final Database database;

  /**
   * Starts so many bots at the same time, on an empty database, an hour before the first day's
   * drops.
   */
  Fleet(Path folder, int processes, int workspaces) throws IOException {
    this.workspaces =
        IntStream.range(0, workspaces).mapToObj(i -> slack.workspace("w" + i)).toList();
    Path file = folder.resolve("clock");
    clock = SharedClock.at(file, due(first).minus(Duration.ofHours(1)));
    TestDatabase.Address address = TestDatabase.POSTGRESQL.empty();
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of(file.toString(), address.url(), address.user(), slack.apiUrl()));
    arguments.add(slack.app().appToken());
    this.workspaces.forEach(workspace -> arguments.add(workspace.botToken()));
    for (int i = 0; i < processes; i++) {
      bots.add(new ClockedProcess(folder.resolve("bot" + i), arguments));
      bots.get(i).start();
    }
    await().atMost(PATIENCE).until(() -> bots.stream().allMatch(ClockedProcess::isRunning));
    database = Database.at(address.url(), address.user(), "");
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

  Jdbi jdbi() {
    return database.jdbi();
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
        .jdbi()
        .inTransaction(
            handle -> {
              handle.execute("LOCK TABLE scheduled_tasks IN EXCLUSIVE MODE");
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

  /** Lets the jobs of killed processes be taken for dead, if there are any. */
  void buries() {
    boolean left =
        database
            .jdbi()
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
