package studycoach.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studycoach.backup.BackupRequest;
import studycoach.backup.Restore;
import studycoach.chat.ChannelRef;
import studycoach.chat.ChatAdapter;
import studycoach.chat.ChatException;
import studycoach.chat.Command;
import studycoach.chat.Delivery;
import studycoach.chat.Destination;
import studycoach.chat.Finding;
import studycoach.chat.Inbox;
import studycoach.chat.Incoming;
import studycoach.chat.Message;
import studycoach.chat.MessageRef;
import studycoach.chat.Origin;
import studycoach.chat.PostKey;
import studycoach.chat.UserRef;
import studycoach.config.Backups;
import studycoach.config.Settings;
import studycoach.control.ControlClient;
import studycoach.control.Report;
import studycoach.store.Database;
import studycoach.testing.RunningClock;
import studycoach.testing.World;

class ServiceTest {
  private static final ChannelRef CHANNEL = new ChannelRef("quiet", "w", "general");

  @TempDir private Path data;
  private final int port = freePort();
  private final RunningClock clock = new RunningClock("2026-03-27T07:00:00Z");
  private final Quiet platform = new Quiet();

  /** A platform that only takes posts. */
  private static final class Quiet implements ChatAdapter {
    private final List<Message> posts = new CopyOnWriteArrayList<>();
    private Optional<Inbox> inbox = Optional.empty();
    private boolean refusesToStart;
    private final CountDownLatch sending = new CountDownLatch(1);
    private final CountDownLatch deaf = new CountDownLatch(1);
    private Runnable whileStarting = () -> {};
    private boolean slow;
    private volatile boolean closed;

    @Override
    public String platform() {
      return "quiet";
    }

    @Override
    public void start(Inbox opened) {
      if (refusesToStart) {
        throw new IllegalStateException("the token is wrong");
      }
      closed = false;
      whileStarting.run();
      inbox = Optional.of(opened);
    }

    @Override
    public boolean isConnected() {
      return inbox.isPresent();
    }

    @Override
    public Delivery send(Destination to, Message message, PostKey key) {
      if (inbox.isEmpty()) {
        throw new ChatException("not connected", Duration.ZERO, new IllegalStateException());
      }
      if (slow) {
        sending.countDown();
        passes(deaf);
      }
      if (closed) {
        throw new ChatException("closed", Duration.ZERO, new IllegalStateException());
      }
      posts.add(message);
      return new Delivery.Posted(new MessageRef(CHANNEL, "m" + posts.size()));
    }

    @Override
    public Delivery edit(MessageRef ref, Message message) {
      return new Delivery.Posted(ref);
    }

    @Override
    public Optional<MessageRef> find(Destination to, PostKey key) {
      return Optional.empty();
    }

    @Override
    public List<Finding> examine(List<Command> commands, List<ChannelRef> channels) {
      return List.of();
    }

    @Override
    public void stopHearing() {
      deaf.countDown();
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  private static void passes(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Service start() {
    return Service.start(
        settings(),
        List.of(platform),
        clock,
        new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
  }

  private Settings settings() {
    Settings.Discord discord = new Settings.Discord(Optional.empty(), Settings.Shards.all(0));
    Settings.Limits limits = new Settings.Limits(1_000, 1_000, 1_000, Duration.ofSeconds(1));
    Settings.Slack slack = new Settings.Slack(Optional.empty(), "127.0.0.1", 0);
    Settings.Health health = new Settings.Health("127.0.0.1", port);
    return new Settings(
        "coach",
        data,
        Optional.empty(),
        World.questionsFolder(),
        discord,
        slack,
        health,
        Backups.NONE,
        Settings.Log.TEXT,
        1,
        limits);
  }

  private void runs(String line) {
    Origin origin = new Origin(new UserRef("quiet", "w", "ann"), "ann", Optional.of(CHANNEL), true);
    platform.inbox.orElseThrow().accept(new Incoming.Typed(origin, line, Map.of()));
  }

  private void comes(int posts) {
    await().atMost(Duration.ofSeconds(20)).until(() -> platform.posts.size() >= posts);
    assertThat(platform.posts).hasSize(posts);
  }

  @Test
  void dropsComeByThemselves() {
    try (Service service = start()) {
      assertThat(service).isNotNull();
      runs("setup exam:MLS-C01 time:09:00 zone:UTC");
      clock.set("2026-03-27T09:00:00Z");
      comes(1);
    }
    assertThat(platform.closed).isTrue();
  }

  @Test
  void aBackupIsMadeForACommandWhileItRuns(@TempDir Path folder) {
    Path file = folder.resolve("coach.zip");
    try (Service service = start()) {
      assertThat(service).isNotNull();
      ControlClient client = new ControlClient(data, Duration.ofMinutes(2));
      assertThat(client.ask(BackupRequest.NAME, file.toString()))
          .contains(new Report(List.of("Backed up in " + file + "."), true));
    }
    assertThat(Restore.toFolder(file, folder)).isAfter("2026-03-27T06:00:00Z");
  }

  @Test
  void whatCameDueWhileNothingRanComesAfterTheStartAndOnce() {
    try (Service service = start()) {
      assertThat(service).isNotNull();
      runs("setup exam:MLS-C01 time:09:00 zone:UTC");
    }
    clock.set("2026-03-27T10:00:00Z");
    try (Service service = start()) {
      assertThat(service).isNotNull();
      comes(1);
    }
    try (Service service = start()) {
      assertThat(service).isNotNull();
      runs("group post");
      comes(2);
    }
  }

  @Test
  void itHearsNoMoreBeforeItFinishesWhatItHasBegun() {
    platform.slow = true;
    try (Service service = start()) {
      assertThat(service).isNotNull();
      runs("setup exam:MLS-C01 time:09:00 zone:UTC");
      clock.set("2026-03-27T09:00:00Z");
      passes(platform.sending);
    }
    assertThat(platform.posts).hasSize(1);
  }

  @Test
  void itIsReadyOnlyWhenItHasConnectedAndLivesBefore() {
    Told told = new Told(URI.create("http://127.0.0.1:" + port + "/"));
    List<String> before = new ArrayList<>();
    platform.whileStarting =
        () -> {
          before.add(told.status("/healthz") + told.text("/healthz"));
          before.add(told.status("/readyz") + told.text("/readyz"));
        };
    try (Service service = start()) {
      assertThat(service.health()).isEqualTo(told.at());
      assertThat(before).containsExactly("200ok\n", "503quiet: not connected\n");
      assertThat(told.status("/readyz")).isEqualTo(200);
    }
    assertThatThrownBy(() -> told.status("/healthz")).isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void aPlatformThatDoesNotStartLeavesNothingOpen() {
    platform.refusesToStart = true;

    assertThatThrownBy(this::start).hasMessage("the token is wrong");

    assertThat(platform.closed).isTrue();
    Database.inFolder(data).close();
  }
}
