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
import studycoach.platform.slack.fake.FakeChannel;
import studycoach.platform.slack.fake.FakeInteraction;
import studycoach.platform.slack.fake.FakeMessage;
import studycoach.platform.slack.fake.FakePerson;
import studycoach.platform.slack.fake.FakeSlack;
import studycoach.platform.slack.fake.FakeWorkspace;
import studycoach.platform.slack.fake.Fault;
import studycoach.testing.RunningClock;
import studycoach.testing.World;

/** Slack drops sockets, asks for pauses and fails while a group answers. */
@Timeout(120)
class SlackBadLineTest {
  private static final int PEOPLE = 10;
  private static final Duration SOON = Duration.ofSeconds(40);

  @TempDir private Path data;
  private final FakeSlack slack = new FakeSlack();
  private final FakeWorkspace acme = slack.workspace("acme");
  private final FakeChannel general = acme.channel("general");
  private final KeyReader keys = new KeyReader(Bank.load(World.questionsFolder()));

  private List<FakeMessage> drops() {
    return general.messages().stream()
        .filter(message -> !message.isEphemeral() && message.text().contains("Open until"))
        .toList();
  }

  private void troubles() {
    slack.deliveries().repeats(2);
    slack.faults().next(2, "response_url", Fault.status(502));
    slack.faults().next(1, "response_url", Fault.answerLost());
    slack.faults().next(3, "users.info", Fault.rateLimited(Duration.ofSeconds(1)));
    slack.faults().next(2, "chat.update", Fault.rateLimited(Duration.ofSeconds(1)));
    slack.faults().next(2, "chat.update", Fault.status(503));
    slack.faults().next(1, "chat.update", Fault.answerLost());
  }

  private static FakeInteraction answer(
      FakePerson person, FakeMessage question, List<String> letters) {
    if (letters.size() == 1) {
      return person.presses(question, letters.get(0));
    }
    person.checks(question, letters.toArray(String[]::new));
    return person.presses(question, "Submit");
  }

  private boolean isAnswered(FakePerson person, FakeInteraction click) {
    return !click.messages().isEmpty() || !person.direct().messages().isEmpty();
  }

  @Test
  void everyAnswerCountsOnceAndWhoGotNoneMayClickAgain() {
    slack.faults().next(1, "chat.postMessage", Fault.status(503));
    slack.faults().next(1, "chat.postMessage", Fault.rateLimited(Duration.ofSeconds(1)));
    slack.faults().next(1, "chat.postMessage", Fault.answerLost());
    RunningClock clock = new RunningClock("2026-03-27T08:50:00Z");
    try (slack;
        Service service = new OnSlack(slack, data).start(clock, acme)) {
      assertThat(service).isNotNull();
      FakeInteraction setup =
          acme.person("amira")
              .admin()
              .command(general, "/coach", "setup exam:MLS-C01 time:09:00 zone:UTC");
      await().atMost(SOON).until(() -> !setup.messages().isEmpty());
      clock.set("2026-03-27T09:00:00Z");
      await().atMost(SOON).until(() -> drops().size() == 1);
      FakeMessage drop = drops().get(0);
      List<String> right = keys.read(drop.text()).right();

      troubles();
      Map<FakePerson, FakeInteraction> clicks = new LinkedHashMap<>();
      for (int i = 0; i < PEOPLE; i++) {
        FakePerson person = acme.person("p" + i);
        clicks.put(person, answer(person, drop, right));
        if (i == PEOPLE / 2) {
          slack.socket().drops();
        }
      }
      await().atMost(SOON).until(() -> slack.socket().connections() == 2);
      clicks.forEach(
          (person, click) -> {
            await().atMost(SOON).until(() -> click.failed() || isAnswered(person, click));
            if (!isAnswered(person, click)) {
              FakeInteraction again = answer(person, drop, right);
              await().atMost(SOON).until(() -> isAnswered(person, again));
            }
          });

      await().atMost(SOON).until(() -> drops().get(0).text().contains(PEOPLE + " have answered"));
      assertThat(drops()).hasSize(1);
    }
  }
}
