package studycoach.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import studycoach.chat.FakeInbox;
import studycoach.config.Settings;
import studycoach.config.SettingsException;
import studycoach.pack.Bank;
import studycoach.service.Told;
import studycoach.store.Database;
import studycoach.testing.FakePlatform;
import studycoach.testing.MutableClock;
import studycoach.testing.SmallPack;
import studycoach.testing.TestDatabase;

@Timeout(60)
class HealthTest {
  private static final Settings.Health ANYWHERE = new Settings.Health("127.0.0.1", 0);
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final int SLOW = 300;
  private static final int UNREAD = 12;
  private static final int CONNECTIONS = 32;

  @TempDir private Path questions;
  private final Database database = TestDatabase.H2.open();
  private final FakePlatform platform = new FakePlatform("fake", () -> {});
  private Bank bank = Bank.load(none());
  private boolean working = true;
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final Health health = open(ANYWHERE);
  private final Told told = new Told(health.address());

  private static Path none() {
    return Path.of("target", "no-questions");
  }

  private Health open(Settings.Health settings) {
    return new Health(
        settings,
        registry,
        database,
        () -> bank,
        List.of(platform),
        () -> working,
        new MutableClock("2026-03-27T07:00:00Z"));
  }

  @AfterEach
  void close() {
    health.close();
    database.close();
  }

  private void isReady() {
    bank = new SmallPack(questions).exam("X-1", List.of("a-1", "b-1")).load();
    platform.start(new FakeInbox());
  }

  private static Duration time(Runnable task) {
    long start = System.nanoTime();
    task.run();
    return Duration.ofNanos(System.nanoTime() - start);
  }

  @Test
  void whatIsNotThereIsNamedUntilItIs() {
    assertThat(told.status("/readyz")).isEqualTo(503);
    assertThat(told.text("/readyz"))
        .isEqualTo("questions: no pack is loaded\nfake: not connected\n");

    isReady();

    assertThat(told.text("/readyz")).isEqualTo("ready\n");
    assertThat(told.status("/readyz")).isEqualTo(200);
    platform.close();
    assertThat(told.text("/readyz")).isEqualTo("fake: not connected\n");
  }

  @Test
  void withoutADatabaseItLivesAndIsNotReady() {
    isReady();

    database.close();

    assertThat(told.status("/readyz")).isEqualTo(503);
    assertThat(told.text("/readyz")).isEqualTo("database: no answer within 2 s\n");
    assertThat(told.text("/healthz")).isEqualTo("ok\n");
    assertThat(told.metric("coach_outbox_posts{state=\"planned\"}")).isNaN();
  }

  @Test
  void aDatabaseThatHangsKeepsNobodyWaiting() throws SQLException {
    isReady();
    List<Connection> taken = new ArrayList<>();
    for (int i = 0; i < CONNECTIONS; i++) {
      taken.add(database.source().getConnection());
    }

    assertThat(time(() -> assertThat(told.status("/readyz")).isEqualTo(503)))
        .isLessThan(Duration.ofSeconds(4));
    assertThat(time(() -> assertThat(told.metric("coach_jobs_overdue_seconds")).isNaN()))
        .isLessThan(Duration.ofSeconds(4));
    assertThat(time(() -> assertThat(told.status("/healthz")).isEqualTo(200))).isLessThan(SECOND);

    for (Connection connection : taken) {
      connection.close();
    }
    assertThat(told.status("/readyz")).isEqualTo(200);
  }

  @Test
  void itLivesAsLongAsItsJobsAreBegun() {
    assertThat(told.text("/healthz")).isEqualTo("ok\n");

    working = false;

    assertThat(told.status("/healthz")).isEqualTo(503);
    assertThat(told.text("/healthz")).isEqualTo("the jobs have stopped\n");
  }

  @Test
  void onlyWhatIsThereIsAnsweredAndOnlyReading() {
    assertThat(told.status("/")).isEqualTo(404);
    assertThat(told.status("/healthz/x")).isEqualTo(404);
    assertThat(told.status("/metrics.txt")).isEqualTo(404);
    assertThat(told.status("POST", "/healthz")).isEqualTo(405);
    assertThat(told.status("DELETE", "/metrics")).isEqualTo(405);
    assertThat(told.status("HEAD", "/healthz")).isEqualTo(200);
    assertThat(told.status("/metrics?name=x")).isEqualTo(200);
  }

  @Test
  void theProcessAndThePoolAreMeasured() {
    isReady();

    assertThat(told.metric("coach_packs")).isEqualTo(1);
    assertThat(told.metric("coach_questions")).isEqualTo(2);
    assertThat(told.metric("coach_connected{platform=\"fake\"}")).isEqualTo(1);
    assertThat(told.metric("coach_outbox_posts{state=\"planned\"}")).isZero();
    assertThat(told.metric("hikaricp_connections_max{pool=\"coach\"}")).isEqualTo(CONNECTIONS);
    assertThat(told.metric("jvm_threads_live_threads")).isPositive();
    assertThat(told.metric("process_uptime_seconds")).isPositive();
  }

  private Socket sends(String text) throws IOException {
    Socket socket = new Socket();
    socket.setReceiveBufferSize(1_024); // so that who does not read is soon noticed
    socket.connect(
        new InetSocketAddress(InetAddress.getLoopbackAddress(), health.address().getPort()));
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  /** Well before those who are slow are sent away, which is after eight seconds. */
  @Test
  void whoAsksOrReadsSlowlyKeepsNobodyWaiting() throws IOException {
    List<Socket> slow = new ArrayList<>();
    for (int i = 0; i < SLOW; i++) {
      slow.add(sends("GET /metrics HTTP/1.1\r\nHo"));
    }
    for (int i = 0; i < UNREAD; i++) {
      slow.add(sends("GET /metrics HTTP/1.1\r\nHost: a\r\n\r\n".repeat(30)));
    }
    for (int i = 0; i < 5; i++) {
      assertThat(time(() -> assertThat(told.status("/healthz")).isEqualTo(200)))
          .isLessThan(Duration.ofSeconds(7));
    }
    for (Socket socket : slow) {
      socket.close();
    }
  }

  @Test
  void aPortThatIsTakenIsTold() {
    Settings.Health taken = new Settings.Health("127.0.0.1", health.address().getPort());

    assertThatThrownBy(() -> open(taken))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("health.port")
        .hasMessageContaining("127.0.0.1:" + taken.port());
  }
}
