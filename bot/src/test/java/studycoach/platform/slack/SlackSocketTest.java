package studycoach.platform.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static studycoach.platform.slack.SlackStage.QUESTION;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import studycoach.chat.Incoming;
import studycoach.chat.Reply;
import studycoach.chat.Response;
import studycoach.platform.slack.fake.FakeInteraction;
import studycoach.platform.slack.fake.FakePerson;

/** Connections that come and go. */
@Timeout(60)
class SlackSocketTest {
  private static final int WAITING = 1_000;
  private static final Duration SOON = Duration.ofSeconds(60);

  private final SlackStage stage = new SlackStage().started();

  @AfterEach
  void close() {
    stage.close();
  }

  private void waitsForConnections(int number) {
    await().atMost(SOON).until(() -> stage.slack.socket().connections() == number);
  }

  private FakeInteraction types(FakePerson person, String line) {
    return person.command(stage.general, "/coach", line);
  }

  private void answers() {
    stage.replies(Response.PRIVATE, "Done.");
    assertThat(stage.answer(types(stage.amira, "streak")).text()).isEqualTo("Done.");
  }

  @Test
  void aThousandCommandsAtOnceAreAcknowledgedInTimeAndWhatIsTooMuchIsTold() {
    CountDownLatch gate = new CountDownLatch(1);
    stage.inbox.replies(
        Response.PRIVATE,
        incoming -> {
          try {
            gate.await();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
          return Reply.say("Done.");
        });
    List<FakeInteraction> all =
        IntStream.range(0, WAITING + 3).mapToObj(i -> types(stage.amira, "line " + i)).toList();

    await().until(() -> all.stream().allMatch(one -> one.acknowledged().isPresent()));

    assertThat(stage.slack.failed()).isEmpty();
    stage.sees(stage.amira, stage.general, "very busy");
    gate.countDown();
    await().until(() -> all.stream().noneMatch(one -> one.messages().isEmpty()));
    assertThat(stage.inbox.received()).hasSize(WAITING + 1);
  }

  @Test
  void whileOneConnectionIsLostTheOtherHearsAndItComesBack() {
    waitsForConnections(2);

    stage.slack.socket().dropsOne();

    answers();
    waitsForConnections(2);
    assertThat(stage.slack.socket().opened()).isEqualTo(3);
    assertThat(stage.slack.failed()).isEmpty();
  }

  @Test
  void beforeAConnectionEndsAnotherTakesItsPlace() {
    stage.slack.socket().warns();
    await().atMost(SOON).until(() -> stage.slack.socket().opened() >= 4);
    waitsForConnections(2);
    answers();

    stage.slack.socket().refreshes(Duration.ofSeconds(1));
    await().atMost(SOON).until(() -> stage.slack.socket().opened() >= 6);
    waitsForConnections(2);
    answers();
    assertThat(stage.slack.failed()).isEmpty();
  }

  @Test
  void whenAllConnectionsAreLostInABurstNothingIsLostOrDoubled() {
    stage.slack.limits().off();
    stage
        .slack
        .deliveries()
        .retriesAfter(Duration.ZERO, Duration.ofSeconds(7), Duration.ofSeconds(7));
    Set<String> accepted = ConcurrentHashMap.newKeySet();
    List<String> doubled = new ArrayList<>();
    stage.inbox.replies(
        Response.PRIVATE,
        incoming -> {
          String what =
              incoming instanceof Incoming.Typed typed
                  ? typed.line()
                  : "click " + incoming.origin();
          if (!accepted.add(what)) {
            doubled.add(what);
          }
          return Reply.say("Done.");
        });
    stage.posts(QUESTION);
    List<FakeInteraction> clicks = new ArrayList<>();
    List<FakePerson> people = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      FakePerson person = stage.acme.person("p" + i);
      people.add(person);
      clicks.add(person.presses(stage.general, "C"));
      person.writes("line " + i);
      if (i == 10) {
        stage.slack.socket().drops();
      }
    }

    await().atMost(SOON).until(() -> stage.slack.deliveries().waiting() == 0);
    waitsForConnections(2);
    for (FakePerson person : people) {
      await().atMost(SOON).until(() -> person.direct().messages().size() == 2);
    }
    await()
        .atMost(SOON)
        .until(
            () -> clicks.stream().allMatch(click -> click.failed() || !click.messages().isEmpty()));
    assertThat(accepted).contains("line 0", "line 10", "line 11", "line 19");
    assertThat(doubled).isEmpty();
    assertThat(stage.slack.deliveries().lost()).isZero();
  }

  @Test
  void whereConnectionsAreDroppedAtOnceItTriesAgainUntilTheyAreNot() {
    stage.slack.socket().refuses(true);
    stage.slack.socket().drops();
    await().atMost(SOON).until(() -> stage.slack.exchanges("apps.connections.open").size() >= 6);

    stage.slack.socket().refuses(false);

    waitsForConnections(2);
    answers();
    assertThat(stage.lost).isEmpty();
  }

  @Test
  void whenSocketModeIsSwitchedOffItWaitsUntilItIsOnAgain() {
    stage.slack.socket().disables(true);
    waitsForConnections(0);
    int asked = stage.slack.exchanges("apps.connections.open").size();
    await().atMost(SOON).until(() -> stage.slack.exchanges("apps.connections.open").size() > asked);

    stage.slack.socket().disables(false);

    waitsForConnections(2);
    answers();
  }

  @Test
  void anAppTokenThatIsRevokedIsTold() {
    stage.slack.app().revokesAppToken();
    stage.slack.socket().drops();

    await().atMost(SOON).until(() -> !stage.lost.isEmpty());
    assertThat(stage.lost)
        .allMatch(reason -> reason.contains("app token (invalid_auth)"))
        .noneMatch(reason -> reason.contains("xapp"));
  }

  @Test
  void whenItIsClosedNoConnectionStays() {
    stage.adapter.close();

    waitsForConnections(0);
    assertThat(stage.slack.socket().opened()).isEqualTo(2);
  }
}
