package studycoach.feature.remind;

import static org.assertj.core.api.Assertions.assertThat;
import static studycoach.testing.AtOnce.atOnce;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import studycoach.Bot;
import studycoach.delivery.Outbox;
import studycoach.engine.RateLimit;
import studycoach.pack.Bank;
import studycoach.schedule.Job;
import studycoach.schedule.Schedule;
import studycoach.study.Attempts;
import studycoach.study.Drops;
import studycoach.study.Goals;
import studycoach.study.Groups;
import studycoach.study.Learners;
import studycoach.study.Streaks;
import studycoach.study.board.Tallies;
import studycoach.study.draw.Chance;
import studycoach.study.practice.Agendas;
import studycoach.study.progress.ProgressLog;
import studycoach.testing.FakePlatform;
import studycoach.testing.Person;
import studycoach.testing.SmallPack;
import studycoach.testing.TestDatabase;
import studycoach.testing.World;

/** Two bots on one database, both of which find that somebody is to be reminded. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class TwoProcessesTest {
  private static final int PEOPLE = 12;
  private static final String OPEN = "A question is open for you";

  private final TestDatabase kind;
  private @TempDir Path folder;
  private World world;
  private Bank bank;

  TwoProcessesTest(TestDatabase kind) {
    this.kind = kind;
  }

  @BeforeEach
  void open() {
    bank = new SmallPack(folder).exam("X-1", List.of("a-1", "a-2", "b-1", "b-2")).load();
    world = new World(kind, "2026-03-24T07:00:00Z", bank);
    world.chat().manager("amira").runs("setup exam:X-1 time:09:00 zone:UTC");
    world.goesTo("2026-03-24T09:00:00Z");
    for (int number = 0; number < PEOPLE; number++) {
      Person person = world.chat().person("p" + number);
      person.runs("today").presses("A");
      person.runs("settings reminders:all");
    }
    world.goesTo("2026-03-25T21:49:00Z");
  }

  @AfterEach
  void close() {
    world.close();
  }

  private static int told(FakePlatform chat, int person) {
    return chat.seenBy("p" + person).split(OPEN, -1).length - 1;
  }

  @Test
  void eachIsToldByOneOfThemOnce() throws Exception {
    Schedule schedule = Schedule.byHand(world.database(), world.clock());
    FakePlatform other = new FakePlatform("fake", schedule::runDue);
    try (Bot second =
        new Bot(
            "coach",
            world.database(),
            () -> bank,
            schedule,
            Chance.seeded(1),
            world.clock(),
            RateLimit.none(),
            Duration.ZERO,
            new SimpleMeterRegistry())) {
      second.start(other);
      other.start(second.inbox());
      world.clock().advance(Duration.ofMinutes(1));
      atOnce(2, reminding(schedule));
      atOnce(List.of(Executors.callable(world::settle), Executors.callable(schedule::runDue)));
      schedule.runDue();
      world.settle();
    }
    for (int person = 0; person < PEOPLE; person++) {
      assertThat(told(world.chat(), person) + told(other, person)).isEqualTo(1);
    }
  }

  /** The job itself, which nothing keeps from running twice at a time. */
  private Callable<Object> reminding(Schedule schedule) {
    Jdbi jdbi = world.database().jdbi();
    Clock clock = world.clock();
    Learners learners = new Learners(jdbi, clock);
    Tallies tallies = new Tallies(jdbi);
    Groups groups = new Groups(jdbi, learners, tallies, clock);
    Drops drops = new Drops(jdbi, tallies);
    Job job =
        new RemindFeature(
                "coach",
                jdbi,
                groups,
                learners,
                drops,
                new Streaks(drops, new Attempts(jdbi), learners),
                new Agendas(
                    new ProgressLog(jdbi, () -> bank, clock),
                    new Goals(jdbi, clock),
                    () -> bank,
                    clock),
                () -> bank,
                new Outbox(jdbi, schedule, clock, Duration.ZERO, new SimpleMeterRegistry()),
                schedule,
                clock)
            .job();
    return () -> job.work().apply(String.valueOf(groups.ids().get(0)));
  }
}
