package studycoach.control;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class ControlTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Report GOOD = new Report(List.of("Größe: 1", "", "✓"), true);

  @TempDir private Path folder;
  private final AtomicInteger runs = new AtomicInteger();
  private final CyclicBarrier both = new CyclicBarrier(2);
  private final CountDownLatch over = new CountDownLatch(1);
  private final Logger logger = (Logger) LoggerFactory.getLogger(ControlServer.class);
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private ControlServer server;

  @BeforeEach
  void start() {
    logger.setAdditive(false);
    log.start();
    logger.addAppender(log);
    server =
        ControlServer.start(
            folder,
            Map.of(
                "count", this::count, "meet", this::meet, "fail", this::fail, "wait", this::await));
  }

  @AfterEach
  void stop() {
    over.countDown();
    server.close();
    logger.detachAppender(log);
    logger.setAdditive(true);
  }

  private Report count() {
    runs.incrementAndGet();
    return GOOD;
  }

  private Report meet() {
    try {
      return new Report(List.of("met " + both.await(20, TimeUnit.SECONDS)), true);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private Report fail() {
    throw new IllegalStateException("broken");
  }

  private Report await() {
    try {
      return new Report(List.of(), over.await(20, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private Optional<Report> ask(String name) {
    return new ControlClient(folder, PATIENCE).ask(name);
  }

  private ControlFile file() {
    return ControlFile.read(folder).orElseThrow();
  }

  /** The status of a request. */
  private int post(String authorization, String body) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + file().port() + "/count"))
            .header("Authorization", authorization)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return HttpClient.newHttpClient()
        .send(request, HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }

  @Test
  void whoHasTheKeyIsAnswered() {
    assertThat(ask("count")).contains(GOOD);
    assertThat(ask("count")).contains(GOOD);
    assertThat(runs).hasValue(2);
  }

  @Test
  void nothingRunsForAnyOtherKey() throws IOException, InterruptedException {
    String right = file().authorization();
    char last = right.charAt(right.length() - 1);
    String wrong = right.substring(0, right.length() - 1) + (last == '0' ? '1' : '0');

    assertThat(post(wrong, "")).isEqualTo(403);
    assertThat(post("Bearer ", "")).isEqualTo(403);
    assertThat(post(right + "0", "")).isEqualTo(403);
    assertThat(post("Basic ä", "")).isEqualTo(403);
    assertThat(runs).hasValue(0);
    assertThat(post(right, "")).isEqualTo(200);
  }

  @Test
  void aRequestThatIsTooLongIsRefused() throws IOException, InterruptedException {
    String key = file().authorization();

    assertThat(post(key, "x".repeat(ControlServer.LONGEST_BODY + 1))).isEqualTo(413);
    assertThat(runs).hasValue(0);
    assertThat(post(key, "x".repeat(ControlServer.LONGEST_BODY))).isEqualTo(200);
  }

  @Test
  void aRequestWithoutTheKeyIsRefusedBeforeItsBodyIsRead() throws IOException {
    String head =
        String.join(
            "\r\n",
            "POST /count HTTP/1.1",
            "Host: localhost",
            "Authorization: Bearer x",
            "Content-Length: 10000000",
            "",
            "");
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), file().port())) {
      socket.setSoTimeout((int) PATIENCE.toMillis());
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));

      InputStreamReader answer =
          new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII);
      assertThat(new BufferedReader(answer).readLine()).startsWith("HTTP/1.1 403 ");
    }
    assertThat(runs).hasValue(0);
  }

  @Test
  void anUnknownRequestIsToldAsSuch() {
    assertThat(ask("coont").orElseThrow().good()).isFalse();
    assertThat(ask("coont").orElseThrow().lines())
        .containsExactly("The running bot can't do this; it may be of another release.");
  }

  @Test
  void aRequestThatFailsIsToldAndLogged() {
    Report report = ask("fail").orElseThrow();

    assertThat(report.good()).isFalse();
    assertThat(report.lines()).containsExactly("The running bot failed at this; its log says why.");
    ILoggingEvent event = log.list.get(0);
    assertThat(event.getLevel()).isEqualTo(Level.ERROR);
    assertThat(event.getFormattedMessage()).isEqualTo("Request fail failed");
    assertThat(event.getThrowableProxy().getMessage()).isEqualTo("broken");
    assertThat(ask("count")).contains(GOOD);
  }

  @Test
  void requestsRunAtTheSameTime() {
    CompletableFuture<Optional<Report>> other = CompletableFuture.supplyAsync(() -> ask("meet"));

    assertThat(ask("meet").orElseThrow().good()).isTrue();
    assertThat(other.join().orElseThrow().good()).isTrue();
  }

  @Test
  void aBotThatDoesNotAnswerInTimeIsNotTakenForAbsent() {
    Report report = new ControlClient(folder, Duration.ofMillis(50)).ask("wait").orElseThrow();

    assertThat(report)
        .isEqualTo(new Report(List.of("The running bot doesn't answer in time."), false));
  }

  @Test
  void theFileIsGoneWithTheServer() {
    server.close();

    assertThat(folder).isEmptyDirectory();
    assertThat(ask("count")).isEmpty();
  }

  @Test
  void aFileOfAProcessThatDiedCountsAsNone() throws IOException {
    String left = Files.readString(ControlFile.in(folder));
    server.close();
    Files.writeString(ControlFile.in(folder), left);

    assertThat(ask("count")).isEmpty();
  }

  @Test
  void anotherProcessAtThePortCountsAsNone(@TempDir Path other) throws IOException {
    try (ControlServer stranger = ControlServer.start(other, Map.of("count", this::count))) {
      assertThat(stranger).isNotSameAs(server);
      int port = ControlFile.read(other).orElseThrow().port();
      new ControlFile(port, file().key()).write(folder);
      assertThat(ask("count")).isEmpty();
      assertThat(runs).hasValue(0);
    }
    HttpServer web =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    web.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, 4);
          exchange
              .getResponseBody()
              .write("good".getBytes(java.nio.charset.StandardCharsets.UTF_8));
          exchange.close();
        });
    web.start();
    new ControlFile(web.getAddress().getPort(), file().key()).write(folder);
    assertThat(ask("count")).isEmpty();
    web.stop(0);
  }

  @Test
  void aFileThatIsNoneOfOursCountsAsNone() throws IOException {
    String key = file().key();
    for (String text :
        List.of("", "1 abc\n", "99999 " + key + "\n", "0 " + key + "\n", "x".repeat(10_000))) {
      Files.writeString(ControlFile.in(folder), text);
      assertThat(ask("count")).as(text).isEmpty();
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void onlyTheOwnerCanReadTheKey() throws IOException {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(ControlFile.in(folder))))
        .isEqualTo("rw-------");
    assertThat(folder).isDirectoryNotContaining(path -> path.toString().endsWith(".new"));
  }

  @Test
  void everyStartHasAKeyOfItsOwnAndTakesAwayOnlyThat() {
    String key = file().key();
    try (ControlServer later = ControlServer.start(folder, Map.of("count", this::count))) {
      assertThat(later).isNotNull();
      assertThat(file().key()).hasSize(64).isNotEqualTo(key);
      server.close();
      assertThat(ask("count")).contains(GOOD);
    }
  }

  @Test
  void theKeyIsInNoText() {
    assertThat(file().toString()).isEqualTo("port " + file().port());
  }
}
