package studycoach.platform.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static studycoach.platform.slack.SlackStage.KEY;
import static studycoach.platform.slack.SlackStage.QUESTION;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import studycoach.chat.ChannelRef;
import studycoach.chat.Delivery;
import studycoach.chat.Destination;
import studycoach.chat.MessageRef;
import studycoach.chat.PostKey;
import studycoach.platform.slack.fake.FakeChannel;
import studycoach.platform.slack.fake.FakeWorkspace;
import studycoach.platform.slack.fake.Fault;

/** How often Slack is asked, and that it is left alone when it asks for that. */
@Timeout(60)
class SlackPaceTest {
  private static final Duration HALF_A_MINUTE = Duration.ofSeconds(30);

  private final SlackStage stage = new SlackStage();
  private final FakeWorkspace umbrella = stage.slack.workspace("umbrella");
  private final SlackAdapter adapter =
      new SlackAdapter(
          SlackStage.socketMode(stage.slack, stage.acme, umbrella),
          stage.lost::add,
          Clock.systemUTC(),
          new SimpleMeterRegistry());

  SlackPaceTest() {
    adapter.start(stage.inbox);
  }

  @AfterEach
  void close() {
    adapter.close();
    stage.close();
  }

  private static Destination in(FakeChannel channel) {
    return new Destination.Channel(
        new ChannelRef("slack", channel.workspace().teamId(), channel.id()));
  }

  private MessageRef posted(FakeChannel channel) {
    return ((Delivery.Posted) adapter.send(in(channel), QUESTION, KEY)).ref();
  }

  private Delivery edit(MessageRef ref) {
    return adapter.edit(ref, QUESTION);
  }

  private int asked(String method) {
    return stage.slack.exchanges(method).size();
  }

  @Test
  void aMethodIsLeftAloneAsLongAsSlackAsksForItInThatWorkspaceOnly() {
    MessageRef here = posted(stage.general);
    MessageRef there = posted(umbrella.channel("general"));
    stage.slack.faults().next(1, "chat.update", Fault.rateLimited(HALF_A_MINUTE));

    assertThat(edit(here)).isEqualTo(new Delivery.Later(HALF_A_MINUTE));
    assertThat(((Delivery.Later) edit(here)).after())
        .isBetween(HALF_A_MINUTE.minusSeconds(5), HALF_A_MINUTE);
    assertThat(asked("chat.update")).isEqualTo(1);

    assertThat(edit(there)).isEqualTo(new Delivery.Posted(there));
    posted(stage.acme.channel("other"));
    assertThat(adapter.find(in(stage.general), KEY)).isPresent();
  }

  @Test
  void afterThatItIsAskedAgain() {
    MessageRef ref = posted(stage.general);
    stage.slack.faults().next(1, "chat.update", Fault.rateLimited(Duration.ofSeconds(1)));
    assertThat(edit(ref)).isInstanceOf(Delivery.Later.class);

    await().until(() -> edit(ref), new Delivery.Posted(ref)::equals);
    assertThat(asked("chat.update")).isEqualTo(2);
  }

  @Test
  void aPostThatComesTooSoonIsNotSentAndNotInDoubt() {
    stage.slack.faults().next(1, "chat.postMessage", Fault.rateLimited(HALF_A_MINUTE));

    assertThat(adapter.send(in(stage.general), QUESTION, KEY))
        .isEqualTo(new Delivery.Later(HALF_A_MINUTE));
    assertThat(stage.general.messages()).isEmpty();
    posted(umbrella.channel("general"));
  }

  @Test
  void oneChannelGetsAMessageASecondAndHoldsUpNoOther() {
    int posts = 4;
    long start = System.nanoTime();
    for (int post = 0; post < posts; post++) {
      PostKey key = PostKey.of(200 + post);
      if (isPutOff(adapter.send(in(stage.general), QUESTION, key))) {
        posted(stage.acme.channel("other" + post));
        await()
            .pollInterval(Duration.ofMillis(50))
            .until(() -> !isPutOff(adapter.send(in(stage.general), QUESTION, key)));
      }
    }
    assertThat(stage.general.messages()).hasSize(posts);
    assertThat(stage.slack.limits().refused()).isZero();
    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isBetween(Duration.ofMillis(2_900), Duration.ofSeconds(10));
  }

  private static boolean isPutOff(Delivery delivery) {
    if (delivery instanceof Delivery.Later later) {
      assertThat(later.after()).isBetween(Duration.ofMillis(1), Duration.ofSeconds(1));
      return true;
    }
    assertThat(delivery).isInstanceOf(Delivery.Posted.class);
    return false;
  }
}
