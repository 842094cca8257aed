package studycoach.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
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
import studycoach.testing.StoppableServer;
import studycoach.testing.World;

/** A real PostgreSQL stops under the running bot and comes back. */
@Timeout(240)
class OutageTest {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final Duration IN_A_WHILE = Duration.ofSeconds(90);
  private static final String AWAY = "I can't reach my notes just now. Please try again";

  @TempDir private Path data;
  @TempDir private Path stored;
  private final RunningClock clock = new RunningClock("2026-03-27T08:59:50Z");
  private final FakeSlack slack = new FakeSlack();
  private final FakeWorkspace acme = slack.workspace("acme");
  private final FakeChannel general = acme.channel("general");
  private final FakePerson amira = acme.person("amira").admin();
  private final FakePerson ben = acme.person("ben");
  private final KeyReader keys = new KeyReader(Bank.load(World.questionsFolder()));
  private Optional<StoppableServer> server = Optional.empty();
  private Optional<Service> running = Optional.empty();

  @BeforeEach
  void start() {
    server = Optional.of(new StoppableServer(stored));
    server().start();
    running =
        Optional.of(new OnSlack(slack, data).start(Optional.of(server().address()), clock, acme));
  }

  private StoppableServer server() {
    return server.orElseThrow();
  }

  @AfterEach
  void close() {
    running.ifPresent(Service::close);
    server.ifPresent(StoppableServer::close);
    assertThat(slack.failed()).isEmpty();
    slack.close();
  }

  private static FakeMessage answered(FakeInteraction interaction) {
    await().atMost(SOON).until(() -> !interaction.messages().isEmpty());
    return interaction.messages().get(0);
  }

  private FakeMessage types(FakePerson person, String line) {
    return answered(person.command(general, "/coach", line));
  }

  private long standing(String words) {
    return Pattern.compile(Pattern.quote(words))
        .matcher(slack.seenBy(amira, general))
        .results()
        .count();
  }

  private FakeMessage drop() {
    return general.messages().stream()
        .filter(message -> !message.isEphemeral() && message.text().contains("Open until"))
        .findFirst()
        .orElseThrow();
  }

  private FakeMessage answers(FakePerson person, List<String> letters) {
    if (letters.size() == 1) {
      return answered(person.presses(drop(), letters.get(0)));
    }
    person.checks(drop(), letters.toArray(String[]::new));
    return answered(person.presses(drop(), "Submit"));
  }

  @Test
  void whoAsksIsToldToTryAgainAndAllGoesOnByItself() {
    types(amira, "setup exam:MLS-C01 time:9:00 zone:UTC reveal:5m");
    await().atMost(SOON).until(() -> standing("Open until") == 1);
    List<String> right = keys.read(drop().text()).right();

    server().stop();
    FakeMessage refused = types(ben, "streak");
    assertThat(refused.text()).contains(AWAY);
    assertThat(refused.isOnlyFor(ben)).isTrue();
    FakeMessage notTaken = answers(ben, right);
    assertThat(notTaken.text()).contains(AWAY).doesNotContain("incident");
    assertThat(notTaken.isOnlyFor(ben)).isTrue();

    server().start();
    await().atMost(SOON).until(() -> !types(ben, "streak").text().contains(AWAY));
    assertThat(answers(ben, right).text()).contains("Right.");
    assertThat(answers(ben, right).text()).contains("first answer is final");

    server().stop();
    clock.set("2026-03-27T09:06:00Z");
    assertThat(types(ben, "streak").text()).contains(AWAY);
    assertThat(standing("The answer")).isZero();
    server().start();
    await().atMost(IN_A_WHILE).until(() -> standing("The answer") == 1);
    types(amira, "group post");
    await().atMost(SOON).until(() -> standing("Open until") == 1);
    assertThat(standing("The answer")).isEqualTo(1);
  }

  @Test
  void whatWasBeingPostedIsFoundAndNotPostedAgain() {
    types(amira, "setup exam:MLS-C01 time:7:00 zone:UTC");
    slack.faults().next(1, "chat.postMessage", Fault.slow(Duration.ofSeconds(6)));
    amira.command(general, "/coach", "group post");
    await().atMost(SOON).until(() -> standing("Open until") == 1);
    assertThat(slack.faults().left("chat.postMessage")).isZero();
    server().stop();
    await().pollDelay(Duration.ofSeconds(7)).until(() -> true);
    server().start();

    await().atMost(SOON).until(() -> !types(ben, "streak").text().contains(AWAY));
    answers(ben, keys.read(drop().text()).right());
    await().atMost(IN_A_WHILE).until(() -> drop().text().contains("1 has answered"));
    assertThat(standing("Open until")).isEqualTo(1);
  }
}
