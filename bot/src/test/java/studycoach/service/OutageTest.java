package studycoach.service;

import static org.assertj.core.api.Assertions.assertThat;
import static studycoach.service.SlackTalk.soon;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import studycoach.pack.Bank;
import studycoach.platform.slack.fake.FakeChannel;
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
  private static final Duration IN_A_WHILE = Duration.ofSeconds(90);
  private static final String AWAY = "I can't reach my notes just now. Please try again";

  @TempDir private Path data;
  @TempDir private Path stored;
  private final RunningClock clock = new RunningClock("2026-03-27T08:50:00Z");
  private final FakeSlack slack = new FakeSlack();
  private final FakeWorkspace acme = slack.workspace("acme");
  private final FakeChannel general = acme.channel("general");
  private final FakePerson amira = acme.person("amira").admin();
  private final FakePerson ben = acme.person("ben");
  private final SlackTalk talk =
      new SlackTalk(slack, general, amira, new KeyReader(Bank.load(World.questionsFolder())));
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

  @Test
  void whoAsksIsToldToTryAgainAndAllGoesOnByItself() {
    talk.types(amira, "setup exam:MLS-C01 time:9:00 zone:UTC reveal:5m");
    clock.set("2026-03-27T09:00:00Z");
    soon().until(() -> talk.standing("Open until") == 1);
    List<String> right = talk.right();

    server().stop();
    FakeMessage refused = talk.types(ben, "streak");
    assertThat(refused.text()).contains(AWAY);
    assertThat(refused.isOnlyFor(ben)).isTrue();
    FakeMessage notTaken = talk.answers(ben, right);
    assertThat(notTaken.text()).contains(AWAY).doesNotContain("incident");
    assertThat(notTaken.isOnlyFor(ben)).isTrue();

    server().start();
    soon().until(() -> !talk.types(ben, "streak").text().contains(AWAY));
    assertThat(talk.answers(ben, right).text()).contains("Right.");
    assertThat(talk.answers(ben, right).text()).contains("first answer is final");

    server().stop();
    clock.set("2026-03-27T09:06:00Z");
    assertThat(talk.types(ben, "streak").text()).contains(AWAY);
    assertThat(talk.standing("The answer")).isZero();
    server().start();
    soon().atMost(IN_A_WHILE).until(() -> talk.standing("The answer") == 1);
    talk.types(amira, "group post");
    soon().until(() -> talk.standing("Open until") == 1);
    assertThat(talk.standing("The answer")).isEqualTo(1);
  }

  @Test
  void whatWasBeingPostedIsFoundAndNotPostedAgain() {
    talk.types(amira, "setup exam:MLS-C01 time:7:00 zone:UTC");
    slack.faults().next(1, "chat.postMessage", Fault.slow(Duration.ofSeconds(6)));
    amira.command(general, "/coach", "group post");
    soon().until(() -> talk.standing("Open until") == 1);
    assertThat(slack.faults().left("chat.postMessage")).isZero();
    server().stop();
    soon().pollDelay(Duration.ofSeconds(7)).until(() -> true);
    server().start();

    soon().until(() -> !talk.types(ben, "streak").text().contains(AWAY));
    talk.answers(ben, talk.right());
    soon().atMost(IN_A_WHILE).until(() -> talk.drop().text().contains("1 has answered"));
    assertThat(talk.standing("Open until")).isEqualTo(1);
  }
}
