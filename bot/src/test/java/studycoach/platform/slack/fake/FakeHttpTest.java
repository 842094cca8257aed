package studycoach.platform.slack.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.slack.api.bolt.App;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.util.SlackRequestParser;
import com.slack.api.model.event.AppMentionEvent;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class FakeHttpTest extends WithBolt {
  private final App bolt = bolt();
  private final SlackRequestParser parser = new SlackRequestParser(bolt.config());
  private final BlockingQueue<Map<String, List<String>>> headers = new LinkedBlockingQueue<>();
  private HttpServer server = unbound();
  private final AtomicInteger broken = new AtomicInteger();

  private static HttpServer unbound() {
    try {
      return HttpServer.create();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @BeforeEach
  void serve() throws Exception {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/slack/events", this::run);
    server.start();
    bolt.start();
    slack.overHttp(
        URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/slack/events"));
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void run(HttpExchange exchange) throws IOException {
    headers.add(exchange.getRequestHeaders());
    if (broken.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      exchange.sendResponseHeaders(503, -1);
      exchange.close();
      return;
    }
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    try {
      var request =
          parser.parse(
              SlackRequestParser.HttpRequest.builder()
                  .requestUri("/slack/events")
                  .requestBody(body)
                  .headers(new RequestHeaders(exchange.getRequestHeaders()))
                  .build());
      var response = bolt.run(request);
      byte[] answer =
          String.valueOf(response.getBody()).replace("null", "").getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(
          response.getStatusCode(), answer.length == 0 ? -1 : answer.length);
      exchange.getResponseBody().write(answer);
    } catch (Exception e) {
      exchange.sendResponseHeaders(500, -1);
    } finally {
      exchange.close();
    }
  }

  @Test
  void commandsPressesAndEventsComeSigned() throws Exception {
    bolt.command(
        "/coach", (request, context) -> context.ack("You said " + request.getPayload().getText()));
    bolt.blockAction("go", (request, context) -> context.ack());
    var command = amira.command(general, "/coach", "a & b");
    await().until(() -> command.acknowledged().isPresent());
    assertThat(slack.seenBy(amira, general)).isEqualTo("You said a & b");
    amira.mentionsBot(general, "hi");
    next(AppMentionEvent.class);
    methods()
        .chatPostMessage(
            r ->
                r.channel(general.id())
                    .text("t")
                    .blocksAsString(
                        "[{\"type\":\"actions\",\"elements\":[{\"type\":\"button\","
                            + "\"action_id\":\"go\",\"text\":{\"type\":\"plain_text\","
                            + "\"text\":\"Go\"}}]}]"));
    var press = amira.presses(general, "Go");
    await().until(() -> press.acknowledged().isPresent());
  }

  @Test
  void onlyWhatIsSignedRightIsTaken() {
    String body = "{\"type\":\"event_callback\",\"event\":{\"type\":\"app_mention\"}}";
    assertThat(slack.http().verifies(acme.app()).body()).contains("a-challenge");
    assertThat(slack.http().posts(acme.app(), body, Signature.GOOD).status()).isEqualTo(200);
    for (Signature bad : List.of(Signature.WRONG, Signature.MISSING, Signature.STALE)) {
      assertThat(slack.http().posts(acme.app(), body, bad).status()).isEqualTo(401);
    }
  }

  @Test
  void whatFailedIsToldAgainAndSaysSo() throws Exception {
    slack.deliveries().retriesAfter(Duration.ofMillis(10), Duration.ofMillis(10));
    broken.set(1);
    amira.mentionsBot(general, "hi");
    next(AppMentionEvent.class);
    assertThat(headers.take()).doesNotContainKey("X-slack-retry-num");
    assertThat(headers.take())
        .containsEntry("X-slack-retry-num", List.of("1"))
        .containsEntry("X-slack-retry-reason", List.of("http_error"));
    broken.set(1);
    var command = amira.command(general, "/coach", "");
    await().until(command::failed);
    assertThat(command.failure()).isEqualTo("http_error");
  }
}
