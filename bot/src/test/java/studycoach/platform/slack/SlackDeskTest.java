package studycoach.platform.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static studycoach.platform.slack.SlackStage.QUESTION;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import studycoach.chat.Incoming;
import studycoach.chat.Reply;
import studycoach.chat.Response;
import studycoach.platform.slack.fake.FakeInteraction;
import studycoach.platform.slack.fake.FakePerson;

/** That all is acknowledged at once, worked on once, and in order. */
@Timeout(60)
@ParameterizedClass
@EnumSource(SlackStage.Way.class)
class SlackDeskTest {
  private static final Duration AT_ONCE = Duration.ofSeconds(1);

  private final SlackStage stage;
  private final CountDownLatch gate = new CountDownLatch(1);

  SlackDeskTest(SlackStage.Way way) {
    stage = new SlackStage(way).started();
  }

  @AfterEach
  void close() {
    gate.countDown();
    assertThat(stage.slack.failed()).isEmpty();
    stage.close();
  }

  private FakeInteraction types(FakePerson person, String line) {
    return person.command(stage.general, "/coach", line);
  }

  private static void isAcknowledgedAtOnce(FakeInteraction interaction) {
    await().until(() -> interaction.acknowledged().isPresent());
    assertThat(interaction.acknowledged().orElseThrow()).isLessThan(AT_ONCE);
  }

  /** What amira does waits for the gate. */
  private void holdsUpAmira() {
    stage.inbox.replies(
        Response.PRIVATE,
        incoming -> {
          if (incoming.origin().user().id().equals(stage.amira.id())) {
            passGate();
          }
          return Reply.say("Done.");
        });
  }

  private void passGate() {
    try {
      gate.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<String> lines() {
    return stage.inbox.received().stream()
        .map(incoming -> ((Incoming.Typed) incoming).line())
        .toList();
  }

  @Test
  void whatIsToldThreeTimesCountsOnceAndIsAnsweredOnce() {
    stage.replies(Response.PRIVATE, "Done.");
    stage.posts(QUESTION);
    stage.slack.deliveries().repeats(3);

    types(stage.ben, "streak");
    stage.amira.presses(stage.general, "C");
    stage.amira.writes("streak");
    stage.amira.mentionsBot(stage.acme.channel("other"), "streak");
    stage.amira.opensHome();
    stage.settles();

    await().until(() -> stage.amira.home().isPresent());
    stage.sees(stage.amira, stage.amira.direct(), "Done.");
    stage.sees(stage.amira, stage.acme.channel("other"), "Done.");
    stage.sees(stage.ben, stage.general, "Done.");
    stage.sees(stage.amira, stage.general, "Done.");
    assertThat(stage.inbox.received()).hasSize(5);
    assertThat(stage.amira.sees(stage.general)).hasSize(2);
    assertThat(stage.ben.sees(stage.general)).hasSize(2);
    assertThat(stage.amira.direct().messages()).hasSize(2);
    assertThat(stage.slack.exchanges("views.publish")).hasSize(1);
  }

  @Test
  void whatIsToldAgainBecauseItWasNotAcknowledgedInTimeCountsOnce() {
    stage.replies(Response.PRIVATE, "Done.");
    stage.slack.deliveries().waitsForEvents(Duration.ZERO);
    stage.slack.deliveries().retriesAfter(Duration.ofMillis(50), Duration.ofMillis(50));

    for (int i = 0; i < 4; i++) {
      stage.amira.writes("line " + i);
    }

    await().until(() -> stage.slack.deliveries().retried() > 0);
    stage.settles();
    await().until(() -> stage.amira.direct().messages().size() == 8);
    assertThat(lines()).doesNotHaveDuplicates().hasSize(4);
  }

  @Test
  void noAcknowledgementWaitsForOurWorkAndNobodyForSomebodyElses() {
    holdsUpAmira();

    FakeInteraction held = types(stage.amira, "progress");

    isAcknowledgedAtOnce(held);
    List<FakeInteraction> others =
        IntStream.range(0, 12).mapToObj(i -> types(stage.acme.person("p" + i), "streak")).toList();
    others.forEach(SlackDeskTest::isAcknowledgedAtOnce);
    await().until(() -> others.stream().filter(other -> !other.messages().isEmpty()).count() >= 6);
    assertThat(held.messages()).isEmpty();
    gate.countDown();
    assertThat(stage.answer(held).text()).isEqualTo("Done.");
  }

  @Test
  void whatOnePersonDoesIsWorkedOnInOrder() {
    holdsUpAmira();
    List<String> typed = IntStream.range(0, 30).mapToObj(i -> "line " + i).toList();

    typed.forEach(line -> isAcknowledgedAtOnce(types(stage.amira, line)));
    gate.countDown();

    await().until(() -> stage.inbox.received().size() == typed.size());
    assertThat(lines()).isEqualTo(typed);
  }

  @Test
  void aMistakeOfOursIsApologisedFor() {
    stage.inbox.replies(
        Response.PRIVATE,
        incoming -> {
          throw new IllegalStateException("a bug");
        });

    assertThat(stage.answer(types(stage.amira, "streak")).text()).contains("Sorry");
    stage.amira.writes("streak");
    stage.sees(stage.amira, stage.amira.direct(), "Sorry");
  }

  @Test
  void whatIsBegunWhenTheBotStopsIsFinished() {
    holdsUpAmira();
    FakeInteraction held = types(stage.amira, "progress");
    await().until(() -> !stage.inbox.received().isEmpty());
    Thread closing = new Thread(stage.adapter::close);
    closing.start();

    gate.countDown();

    assertThat(stage.answer(held).text()).isEqualTo("Done.");
  }
}
