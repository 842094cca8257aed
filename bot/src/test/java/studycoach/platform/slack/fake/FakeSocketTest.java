package studycoach.platform.slack.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.bolt.App;
import com.slack.api.model.event.AppMentionEvent;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class FakeSocketTest extends WithBolt {
  private static final String MODAL =
      "{\"type\":\"modal\",\"title\":{\"type\":\"plain_text\",\"text\":\"t\"},\"blocks\":[]}";

  @Test
  void whatNobodyHearsIsToldAgain() throws Exception {
    slack.deliveries().retriesAfter(Duration.ofMillis(50), Duration.ofSeconds(20));
    start(bolt()).stop();
    await().until(() -> slack.socket().connections() == 0);
    amira.mentionsBot(general, "missed");
    await().until(() -> slack.deliveries().retried() == 1);
    slack.deliveries().retriesAfter();
    amira.mentionsBot(general, "lost");
    assertThat(slack.deliveries().lost()).isEqualTo(1);
    assertThat(amira.command(general, "/coach", "").failure()).isEqualTo("connection_failed");
  }

  @Test
  void anEventThatIsNotAcknowledgedIsToldAgainAndACommandFails() throws Exception {
    var release = new CountDownLatch(1);
    var attempts = new AtomicInteger();
    App bolt = bolt();
    bolt.command(
        "/coach",
        (request, context) -> {
          hold(release);
          return context.ack();
        });
    bolt.use(
        (request, response, chain) -> {
          if (request.getRequestType().name().equals("Event") && attempts.incrementAndGet() == 1) {
            hold(release);
          }
          return chain.next(request);
        });
    slack.deliveries().waitsForEvents(Duration.ofMillis(300));
    start(bolt);
    amira.mentionsBot(general, "hi");
    next(AppMentionEvent.class);
    assertThat(slack.deliveries().retried()).isEqualTo(1);
    var command = amira.command(general, "/coach", "");
    await().atMost(Duration.ofSeconds(5)).until(command::failed);
    assertThat(command.failure()).isEqualTo("operation_timeout");
    assertThat(slack.failed()).containsExactly(command);
    String trigger = command.payload().path("trigger_id").asText();
    assertThat(methods().viewsOpen(r -> r.triggerId(trigger).viewAsString(MODAL)).getError())
        .isEqualTo("expired_trigger_id");
    release.countDown();
    await().until(() -> command.acknowledged().isPresent());
    assertThat(command.failed()).isTrue();
  }

  private static void hold(CountDownLatch release) {
    try {
      assertThat(release.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void everythingCanBeToldTwice() throws Exception {
    slack.deliveries().repeats(2);
    App bolt = bolt();
    bolt.command(
        "/coach",
        (request, context) -> {
          events.add(request.getPayload());
          return context.ack("seen");
        });
    start(bolt);
    amira.mentionsBot(general, "hi");
    String ts = next(AppMentionEvent.class).getTs();
    assertThat(next(AppMentionEvent.class).getTs()).isEqualTo(ts);
    var command = amira.command(general, "/coach", "x");
    String trigger = next(SlashCommandPayload.class).getTriggerId();
    assertThat(next(SlashCommandPayload.class).getTriggerId()).isEqualTo(trigger);
    await().until(() -> slack.deliveries().waiting() == 0);
    assertThat(command.messages()).hasSize(1);
  }

  @Test
  void aConnectionThatIsRefreshedLosesNothing() throws Exception {
    start(bolt());
    slack.socket().warns();
    slack.socket().refreshes(Duration.ofSeconds(2));
    amira.mentionsBot(general, "still there");
    next(AppMentionEvent.class);
    await().until(() -> slack.socket().opened() >= 2);
  }

  @Test
  void aDroppedConnectionIsMadeAnew() throws Exception {
    slack
        .deliveries()
        .retriesAfter(Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(9));
    start(bolt());
    slack.socket().drops();
    await().until(() -> slack.socket().connections() == 0);
    amira.mentionsBot(general, "meanwhile");
    assertThat(next(AppMentionEvent.class).getText()).endsWith("meanwhile");
    assertThat(slack.socket().opened()).isEqualTo(2);
  }

  @Test
  void twoConnectionsShareWhatComes() throws Exception {
    start(bolt());
    start(bolt());
    await().until(() -> slack.socket().connections() == 2);
    for (int i = 0; i < 4; i++) {
      amira.mentionsBot(general, "hi " + i);
      next(AppMentionEvent.class);
    }
    assertThat(events).isEmpty();
    slack.socket().dropsOne();
    await().until(() -> slack.socket().connections() == 1);
    amira.mentionsBot(general, "one is left");
    next(AppMentionEvent.class);
  }

  @Test
  void anAppHearsOnlyOfItsOwnWorkspaces() throws Exception {
    FakeWorkspace other = slack.workspace("Other", slack.app("Another app"));
    start(bolt());
    FakePerson carol = other.person("carol");
    assertThat(carol.command(other.channel("general"), "/coach", "").failure())
        .isEqualTo("connection_failed");
    slack.deliveries().retriesAfter();
    carol.mentionsBot(other.channel("general"), "hi");
    assertThat(slack.deliveries().lost()).isEqualTo(1);
    assertThat(methods().usersInfo(r -> r.user(carol.id())).getError()).isEqualTo("user_not_found");
    assertThat(events).isEmpty();
  }

  @Test
  void aTriggerWorksOnce() throws Exception {
    start(bolt());
    String trigger = amira.command(general, "/unknown", "").payload().path("trigger_id").asText();
    assertThat(methods().viewsOpen(r -> r.triggerId(trigger).viewAsString(MODAL)).isOk()).isTrue();
    assertThat(methods().viewsOpen(r -> r.triggerId(trigger).viewAsString(MODAL)).getError())
        .isEqualTo("exchanged_trigger_id");
    assertThat(methods().viewsOpen(r -> r.triggerId("1.2").viewAsString(MODAL)).getError())
        .isEqualTo("invalid_trigger_id");
    assertThat(amira.closes()).isEmpty();
  }

  @Test
  void withoutSocketModeNobodyConnects() throws Exception {
    slack.socket().disables(true);
    var bolt = bolt();
    assertThatThrownBy(() -> start(bolt)).isInstanceOf(Exception.class);
    assertThat(slack.socket().opened()).isZero();
  }
}
