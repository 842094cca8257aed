package studycoach.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import studycoach.pack.Bank;
import studycoach.platform.discord.fake.FakeChannel;
import studycoach.platform.discord.fake.FakeDiscord;
import studycoach.platform.discord.fake.FakeInteraction;
import studycoach.platform.discord.fake.FakeMessage;
import studycoach.platform.discord.fake.FakePerson;
import studycoach.platform.discord.fake.Fault;
import studycoach.platform.discord.fake.Kind;
import studycoach.testing.RunningClock;
import studycoach.testing.World;

/** Discord drops sockets, asks for pauses and fails while a group answers. */
@Timeout(120)
class BadLineTest {
  private static final int PEOPLE = 10;
  private static final Duration SOON = Duration.ofSeconds(30);

  @TempDir private Path data;
  private final FakeDiscord discord = new FakeDiscord();
  private final FakeChannel general = discord.guild("club").channel("general");
  private final KeyReader keys = new KeyReader(Bank.load(World.questionsFolder()));

  private List<FakeMessage> drops() {
    return general.messages().stream()
        .filter(message -> !message.isEphemeral() && message.text().contains("Open until"))
        .toList();
  }

  private static boolean isAnswered(FakeInteraction click) {
    return click.original().filter(answer -> !answer.isThinking()).isPresent();
  }

  private void troubles() {
    discord.faults().next(1, Kind.CALLBACK, Fault.status(502));
    discord.faults().next(2, Kind.FOLLOWUP, Fault.status(502));
    discord.faults().next(1, Kind.FOLLOWUP, Fault.rateLimited(Duration.ofSeconds(1)));
    discord.faults().next(2, Kind.MESSAGE_EDIT, Fault.rateLimited(Duration.ofSeconds(1)));
    discord.faults().next(2, Kind.MESSAGE_EDIT, Fault.status(502));
  }

  @Test
  void everyAnswerCountsOnceAndWhoGotNoneMayClickAgain() {
    discord.faults().next(1, Kind.MESSAGE_POST, Fault.status(502));
    discord.faults().next(1, Kind.MESSAGE_POST, Fault.answerLost());
    RunningClock clock = new RunningClock("2026-03-27T08:50:00Z");
    try (discord;
        Service service = new OnDiscord(discord, data).start(clock)) {
      assertThat(service).isNotNull();
      Map<String, String> wish = Map.of("exam", "MLS-C01", "time", "09:00", "zone", "UTC");
      FakeInteraction setup =
          discord.person("amira").manages().command(general, "coach setup", wish);
      await()
          .atMost(SOON)
          .until(
              () -> setup.original().filter(told -> told.text().contains("MLS-C01")).isPresent());
      clock.set("2026-03-27T09:00:00Z");
      await().atMost(SOON).until(() -> drops().size() == 1);
      FakeMessage drop = drops().get(0);
      List<String> right = keys.read(drop).right();

      troubles();
      Map<FakePerson, FakeInteraction> clicks = new LinkedHashMap<>();
      for (int i = 0; i < PEOPLE; i++) {
        FakePerson person = discord.person("p" + i);
        clicks.put(person, KeyReader.answer(person, drop, right));
        if (i == PEOPLE / 2) {
          discord.gateway().drops();
        }
      }
      clicks.forEach(
          (person, click) -> {
            await().atMost(SOON).until(() -> click.failed() || isAnswered(click));
            if (!isAnswered(click)) {
              FakeInteraction again = KeyReader.answer(person, drop, right);
              await().atMost(SOON).until(() -> isAnswered(again));
            }
          });

      await().atMost(SOON).until(() -> drops().get(0).text().contains(PEOPLE + " have answered"));
      assertThat(drops()).hasSize(1);
    }
  }
}
