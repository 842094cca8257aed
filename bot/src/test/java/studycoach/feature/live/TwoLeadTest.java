package studycoach.feature.live;

import static org.assertj.core.api.Assertions.assertThat;
import static studycoach.testing.AtOnce.atOnce;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import studycoach.delivery.Outbox;
import studycoach.pack.Bank;
import studycoach.schedule.Job;
import studycoach.study.Answers;
import studycoach.study.Attempts;
import studycoach.study.Drops;
import studycoach.study.Groups;
import studycoach.study.KeptBack;
import studycoach.study.Learners;
import studycoach.study.Members;
import studycoach.study.board.Tallies;
import studycoach.study.draw.Chance;
import studycoach.testing.Person;
import studycoach.testing.TestDatabase;
import studycoach.testing.World;

/** Two who lead one game at the same time. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class TwoLeadTest {
  private static final int QUESTIONS = 12;

  private final World world;
  private final Person ben;
  private final long game;

  TwoLeadTest(TestDatabase kind) {
    world = new World(kind, "2026-03-27T10:00:00Z");
    world.chat().manager("amira").runs("setup exam:MLS-C01 time:09:00 zone:UTC");
    ben = world.chat().person("ben");
    ben.runs("live start count:" + QUESTIONS + " seconds:10").presses("Join");
    game = new Games(world.database().jdbi()).running().get(0);
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void everyStepIsTakenOnce() throws Exception {
    Callable<Object> leads = leads();
    ben.presses("Start now");
    for (int question = 1; question < QUESTIONS; question++) {
      String shown = world.chat().lastText();
      assertThat(shown).contains("Live question " + question + " of");
      ben.answers(world.right(shown)).sees("Noted");
      passes(10, leads);
      assertThat(world.chat().lastText()).contains("1 of 1 right");
      passes(8, leads);
    }
  }

  private void passes(int seconds, Callable<Object> leads) throws Exception {
    world.clock().advance(Duration.ofSeconds(seconds));
    atOnce(2, leads);
    world.settle();
  }

  /** The job itself, which nothing keeps from running twice at a time. */
  private Callable<Object> leads() {
    Jdbi jdbi = world.database().jdbi();
    Clock clock = world.clock();
    Bank bank = Bank.load(World.questionsFolder());
    Tallies tallies = new Tallies(jdbi);
    Drops drops = new Drops(jdbi, tallies);
    Job job =
        new GameKeeper(
                jdbi,
                new Groups(jdbi, new Learners(jdbi, clock), tallies, clock),
                drops,
                new Attempts(jdbi),
                new Answers(jdbi, new Members(jdbi), tallies, clock),
                new GameDraw(() -> bank, drops, new KeptBack(jdbi), Chance.seeded(1)),
                new Outbox(jdbi, world.schedule(), clock, Duration.ZERO, new SimpleMeterRegistry()),
                world.schedule(),
                clock)
            .job();
    return () -> job.work().apply(String.valueOf(game));
  }
}
