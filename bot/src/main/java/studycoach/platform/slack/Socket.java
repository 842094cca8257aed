package studycoach.platform.slack;

import com.slack.api.Slack;
import com.slack.api.bolt.App;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.socket_mode.request.SocketModeRequest;
import com.slack.api.bolt.socket_mode.request.SocketModeRequestParser;
import com.slack.api.socket_mode.impl.SocketModeClientJavaWSImpl;
import com.slack.api.socket_mode.queue.SocketModeMessageQueue;
import com.slack.api.socket_mode.response.AckResponse;
import java.io.IOException;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studycoach.chat.PlatformException;
import studycoach.traffic.Traffic;

/** A connection by which Slack tells what people do; it comes back by itself. */
final class Socket extends SocketModeClientJavaWSImpl {
  private static final Logger LOG = LoggerFactory.getLogger(Socket.class);
  private static final long LOOK_EVERY_MILLIS = 1_000;
  private static final Pattern ERROR = Pattern.compile("error: (\\w+)");

  /** Errors that no later attempt would be without. */
  private static final Set<String> FOR_GOOD =
      Set.of(
          "invalid_auth",
          "not_authed",
          "account_inactive",
          "token_revoked",
          "token_expired",
          "not_allowed_token_type",
          "missing_scope");

  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final Consumer<String> lost;
  private final Traffic traffic;
  private final CountDownLatch greeted = new CountDownLatch(1);
  private final AtomicBoolean comesBack = new AtomicBoolean();
  private volatile boolean up;
  private volatile boolean closed;

  private Socket(Slack slack, String token, String url, Consumer<String> lost, Traffic traffic)
      throws URISyntaxException {
    super(slack, token, url, 1, new Mail(), true, true, LOOK_EVERY_MILLIS);
    this.lost = lost;
    this.traffic = traffic;
  }

  /**
   * Connects.
   *
   * @param lost told the reason if Slack turns us away for good later
   * @throws PlatformException if Slack can't be reached or turns us away now
   */
  static Socket open(Slack slack, String token, App app, Consumer<String> lost, Traffic traffic) {
    try {
      Socket socket = new Socket(slack, token, slack.issueSocketModeUrl(token), lost, traffic);
      SocketModeRequestParser parser = new SocketModeRequestParser(app.config());
      socket.addWebSocketMessageListener(message -> socket.hear(message, parser, app));
      socket.connect();
      socket.awaitGreeting();
      return socket;
    } catch (IllegalStateException e) {
      throw new PlatformException(turnedAway(error(e)), e);
    } catch (IOException | URISyntaxException e) {
      throw new PlatformException("Slack could not be reached: " + e.getMessage(), e);
    }
  }

  /** Once it is closed it stays so, also if the SDK was just about to come back. */
  @Override
  public void connect() {
    if (!closed) {
      super.connect();
    }
    if (closed) {
      disconnect();
    }
  }

  @Override
  public void close() throws IOException {
    closed = true;
    super.close();
  }

  static String error(IllegalStateException e) {
    Matcher error = ERROR.matcher(String.valueOf(e.getMessage()));
    return error.find() ? error.group(1) : "unknown";
  }

  static String turnedAway(String error) {
    return "Slack does not open a socket for the app token ("
        + error
        + "): it is on the page Basic Information of https://api.slack.com/apps, needs the scope"
        + " connections:write, and Socket Mode must be switched on";
  }

  private void awaitGreeting() throws IOException {
    try {
      if (!greeted.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        close();
        throw new IOException("no greeting within " + PATIENCE.toSeconds() + " s");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Acknowledges what the app has taken; what it has not, Slack tells again. */
  private void hear(String message, SocketModeRequestParser parser, App app) {
    greeted.countDown();
    up = true;
    if (comesBack.compareAndSet(true, false)) {
      traffic.reconnected();
    }
    try {
      SocketModeRequest request = parser.parse(message);
      if (request == null || request.getBoltRequest() == null) {
        return;
      }
      Traffic.Watch watch =
          traffic.watch(SlackDecoder.kind(request.getBoltRequest().getRequestType()));
      Response response = app.run(request.getBoltRequest());
      if (response.getStatusCode() == 200) {
        sendSocketModeResponse(new AckResponse(request.getEnvelope().getEnvelopeId()));
        watch.acknowledged();
      }
    } catch (Exception e) {
      LOG.warn("Something that Slack told could not be acknowledged: {}", Nonsense.brief(e));
    }
  }

  /** {@inheritDoc} Asked by the SDK each second. */
  @Override
  public boolean verifyConnection() {
    up = super.verifyConnection();
    return up;
  }

  /** Whether Slack was there when it was last looked for. */
  boolean isUp() {
    return up;
  }

  /** Works off all that is waiting: the SDK would take one message in ten milliseconds. */
  @Override
  public void processMessage(String message) throws IOException {
    super.processMessage(message);
    for (String next = mail().next(); next != null; next = mail().next()) {
      super.processMessage(next);
    }
  }

  private Mail mail() {
    return (Mail) getMessageQueue();
  }

  /** In place of a connection that is lost, or that Slack is about to end. */
  @Override
  public void connectToNewEndpoint() throws IOException {
    try {
      super.connectToNewEndpoint();
      comesBack.set(true);
    } catch (IllegalStateException e) {
      String error = error(e);
      if (FOR_GOOD.contains(error)) {
        lost.accept(turnedAway(error));
      }
      throw new IOException(e.getMessage(), e); // After others, the next look tries again.
    }
  }

  /** What has come in; whoever takes from it waits a while rather than ask all the time. */
  private static final class Mail implements SocketModeMessageQueue {
    private final BlockingQueue<String> waiting = new LinkedBlockingQueue<>();

    @Override
    public void add(String message) {
      waiting.add(message);
    }

    /** Without waiting; null if there is none. */
    @Nullable String next() {
      return waiting.poll();
    }

    @Override
    public @Nullable String poll() {
      try {
        return waiting.poll(1, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return null;
      }
    }
  }
}
