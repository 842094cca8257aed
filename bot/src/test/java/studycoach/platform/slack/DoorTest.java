package studycoach.platform.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import studycoach.chat.FakeInbox;
import studycoach.chat.Incoming;
import studycoach.chat.PlatformException;
import studycoach.chat.Reply;
import studycoach.chat.Response;
import studycoach.platform.slack.fake.FakeApp;
import studycoach.platform.slack.fake.FakeSlack;
import studycoach.platform.slack.fake.FakeWorkspace;
import studycoach.platform.slack.fake.Signature;

/** Who may come in by HTTP, and that nobody keeps others waiting. */
@Timeout(60)
class DoorTest {
  private static final int SLOW = 300;
  private static final int TOO_LONG = 1_000_001;

  private final FakeSlack slack = new FakeSlack();
  private final FakeApp app = slack.app();
  private final FakeApp otherApp = slack.app("Study Coach 2");
  private final FakeWorkspace acme = slack.workspace("acme");
  private final FakeWorkspace umbrella = slack.workspace("umbrella", otherApp);
  private final FakeInbox inbox = new FakeInbox();
  private final int port = SlackStage.freePort();
  private final SlackConfig config =
      SlackStage.config(slack, port, guest(acme, app), guest(umbrella, otherApp));
  private final SlackAdapter adapter =
      new SlackAdapter(config, reason -> {}, Clock.systemUTC(), new SimpleMeterRegistry());
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(1);

  DoorTest() {
    adapter.start(inbox);
    slack.overHttp(address(Entrance.PATH));
  }

  private static SlackConfig.App guest(FakeWorkspace workspace, FakeApp app) {
    return new SlackConfig.App(
        List.of(workspace.botToken()), Optional.empty(), Optional.of(app.signingSecret()));
  }

  private URI address(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  @AfterEach
  void close() {
    timer.shutdownNow();
    adapter.close();
    slack.close();
  }

  private int status(FakeApp sender, String body, Signature signature) {
    return slack.http().posts(sender, body, signature).status();
  }

  private int status(HttpRequest.Builder request) throws IOException, InterruptedException {
    return client.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
  }

  @Test
  void whoAsksWhetherItIsOursIsAnswered() {
    assertThat(slack.http().verifies(app).status()).isEqualTo(200);
    assertThat(slack.http().verifies(app).body()).contains("a-challenge");
    assertThat(slack.http().verifies(otherApp).body()).contains("a-challenge");
  }

  @ParameterizedTest
  @EnumSource(value = Signature.class, names = "GOOD", mode = EnumSource.Mode.EXCLUDE)
  void whatSlackHasNotJustSignedIsTurnedAwayUnread(Signature signature) {
    assertThat(status(app, "{\"type\":\"url_verification\",\"challenge\":\"x\"}", signature))
        .isEqualTo(401);
    assertThat(status(app, "{ garbage", signature)).isEqualTo(401);
    assertThat(status(slack.app("Stranger"), "{}", Signature.GOOD)).isEqualTo(401);
    assertThat(inbox.received()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{ garbage",
        "{}",
        "[]",
        "payload=%",
        "payload={}",
        "a=b",
        "ä=ö",
        "",
        "payload={\"type\":\"block_actions\"}",
        "payload={\"type\":\"view_submission\",\"user\":{\"id\":\"U1\"},\"view\":{\"id\":\"V1\","
            + "\"callback_id\":\"a:b\",\"private_metadata\":\"OWN\\nC1\\n\\n\"}}",
        "command=/coach",
        "{\"type\":\"event_callback\",\"event\":{\"type\":\"member_joined_channel\"}}",
        "{\"type\":\"event_callback\",\"event\":{\"type\":\"message\",\"user\":[7]}}"
      })
  void whatIsSignedButMakesNoSenseIsTakenAndNotAskedForAgain(String body) {
    assertThat(status(app, body, Signature.GOOD)).isIn(200, 400, 404);
  }

  @Test
  void eachAppIsKnownByItsOwnSecretAndHeardInItsOwnWorkspace() {
    inbox.replies(Response.PRIVATE, incoming -> new Reply.Nothing());

    acme.person("amira").writes("für dich – 日本語 😀");
    umbrella.person("ben").command(umbrella.channel("general"), "/coach", "größer");

    await().until(() -> inbox.received().size() == 2);
    assertThat(inbox.received())
        .extracting(incoming -> ((Incoming.Typed) incoming).line())
        .containsExactlyInAnyOrder("für dich – 日本語 😀", "größer");
    assertThat(inbox.received())
        .extracting(incoming -> incoming.origin().user().workspace())
        .containsExactlyInAnyOrder(acme.teamId(), umbrella.teamId());
    assertThat(slack.failed()).isEmpty();
  }

  @Test
  void onlyPostsToTheOnePathComeIn() throws IOException, InterruptedException {
    HttpRequest.BodyPublisher body = HttpRequest.BodyPublishers.ofString("{}");

    assertThat(status(HttpRequest.newBuilder(address("/")).POST(body))).isEqualTo(404);
    assertThat(status(HttpRequest.newBuilder(address("/slack/events/x")).POST(body)))
        .isEqualTo(404);
    assertThat(status(HttpRequest.newBuilder(address(Entrance.PATH)).GET())).isEqualTo(405);
    assertThat(status(HttpRequest.newBuilder(address(Entrance.PATH)).PUT(body))).isEqualTo(405);
  }

  @Test
  void aBodyThatIsTooLongIsNotRead() throws IOException, InterruptedException {
    assertThat(status(app, "a".repeat(TOO_LONG), Signature.GOOD)).isEqualTo(413);
    assertThat(
            status(
                HttpRequest.newBuilder(address(Entrance.PATH))
                    .header("X-Slack-Signature", "v0=0")
                    .POST(
                        HttpRequest.BodyPublishers.ofInputStream(
                            () -> new ByteArrayInputStream(new byte[2 * TOO_LONG])))))
        .isEqualTo(413);
  }

  /** Somebody who promises a body and sends a byte of it each second. */
  private Socket slow() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket
        .getOutputStream()
        .write(
            ("POST "
                    + Entrance.PATH
                    + " HTTP/1.1\r\nHost: a\r\nX-Slack-Signature: v0=0\r\n"
                    + "X-Slack-Request-Timestamp: 1\r\nContent-Length: 1000\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
    var unused =
        timer.scheduleAtFixedRate(
            () -> {
              try {
                socket.getOutputStream().write('a');
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            },
            1,
            1,
            TimeUnit.SECONDS);
    return socket;
  }

  @Test
  void whoSendsSlowlyKeepsNobodyWaitingAndIsSentAway() throws IOException {
    List<Socket> slow = new ArrayList<>();
    for (int i = 0; i < SLOW; i++) {
      slow.add(slow());
    }
    for (int i = 0; i < 5; i++) {
      long start = System.nanoTime();
      assertThat(slack.http().verifies(app).status()).isEqualTo(200);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
    }
    Socket last = slow.get(SLOW - 1);
    last.setSoTimeout(20_000);
    byte[] answer = last.getInputStream().readNBytes(12);
    assertThat(new String(answer, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 408");
    for (Socket socket : slow) {
      socket.close();
    }
  }

  @Test
  void aPortThatIsTakenIsTold() {
    try (SlackAdapter second =
        new SlackAdapter(config, reason -> {}, Clock.systemUTC(), new SimpleMeterRegistry())) {
      assertThatThrownBy(() -> second.start(inbox))
          .isInstanceOf(PlatformException.class)
          .hasMessageContaining("127.0.0.1:" + port);
    }
  }
}
