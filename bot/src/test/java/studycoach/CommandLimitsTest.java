package studycoach;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import studycoach.chat.Command;
import studycoach.chat.Option;
import studycoach.engine.RateLimit;
import studycoach.pack.Bank;
import studycoach.schedule.Schedule;
import studycoach.store.Database;
import studycoach.study.draw.Chance;
import studycoach.testing.World;

/** Discord's limits for one command with sub-commands, which all of ours become. */
class CommandLimitsTest {
  private static final int CHARACTERS = 8_000;
  private static final int FIRST_WORDS = 25;
  private static final int LONGEST_SUMMARY = 100;

  private final List<Command> commands = commands();

  private static List<Command> commands() {
    Clock clock = Clock.systemUTC();
    Bank bank = Bank.load(World.questionsFolder());
    try (Database database = Database.inMemory()) {
      Schedule schedule = Schedule.byHand(database, clock);
      Chance chance = Chance.seeded(1);
      return new Bot(database, () -> bank, schedule, chance, clock, RateLimit.none(), Duration.ZERO)
          .inbox()
          .commands();
    }
  }

  @Test
  void allCommandsFitIntoOne() {
    assertThat(commands.stream().map(Command::firstWord).distinct().count())
        .isBetween(1L, (long) FIRST_WORDS);
    assertThat(commands.stream().flatMap(CommandLimitsTest::texts).mapToInt(String::length).sum())
        .isBetween(1, CHARACTERS);
  }

  @Test
  void summariesAreShort() {
    assertThat(commands.stream().map(Command::summary))
        .allMatch(summary -> summary.length() <= LONGEST_SUMMARY);
    assertThat(commands.stream().flatMap(command -> command.options().stream()))
        .allMatch(option -> option.summary().length() <= LONGEST_SUMMARY);
  }

  private static Stream<String> texts(Command command) {
    return Stream.concat(
        Stream.of(command.name(), command.summary()),
        command.options().stream().flatMap(CommandLimitsTest::texts));
  }

  private static Stream<String> texts(Option option) {
    Stream<String> words =
        option instanceof Option.Choice choice ? choice.words().stream() : Stream.empty();
    return Stream.concat(Stream.of(option.name(), option.summary()), words);
  }
}
