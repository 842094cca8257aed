package studycoach;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import studycoach.chat.Command;
import studycoach.engine.RateLimit;
import studycoach.pack.Bank;
import studycoach.platform.discord.DiscordLimits;
import studycoach.schedule.Schedule;
import studycoach.store.Database;
import studycoach.study.draw.Chance;
import studycoach.testing.World;

/** Discord's limits for one command with sub-commands, which all of ours become. */
class CommandLimitsTest {
  private static final int LONGEST_SUMMARY = 100;

  private final List<Command> commands = commands();

  private static List<Command> commands() {
    Clock clock = Clock.systemUTC();
    Bank bank = Bank.load(World.questionsFolder());
    try (Database database = Database.inMemory()) {
      Schedule schedule = Schedule.byHand(database, clock);
      Chance chance = Chance.seeded(1);
      return new Bot(
              "coach",
              database,
              () -> bank,
              schedule,
              chance,
              clock,
              RateLimit.none(),
              Duration.ZERO,
              new SimpleMeterRegistry())
          .inbox()
          .commands();
    }
  }

  @Test
  void allCommandsFitIntoOne() {
    DiscordLimits.assertCommands(commands);
  }

  @Test
  void summariesAreShort() {
    assertThat(commands.stream().map(Command::summary))
        .allMatch(summary -> summary.length() <= LONGEST_SUMMARY);
    assertThat(commands.stream().flatMap(command -> command.options().stream()))
        .allMatch(option -> option.summary().length() <= LONGEST_SUMMARY);
  }
}
