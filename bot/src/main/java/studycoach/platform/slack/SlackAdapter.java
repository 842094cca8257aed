package studycoach.platform.slack;

import com.slack.api.Slack;
import com.slack.api.bolt.App;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studycoach.chat.ChannelRef;
import studycoach.chat.ChatAdapter;
import studycoach.chat.ChatException;
import studycoach.chat.Command;
import studycoach.chat.Delivery;
import studycoach.chat.Destination;
import studycoach.chat.Finding;
import studycoach.chat.Inbox;
import studycoach.chat.Message;
import studycoach.chat.MessageRef;
import studycoach.chat.PlatformException;
import studycoach.chat.PostKey;
import studycoach.traffic.Traffic;

/** Slack as a chat platform. */
public final class SlackAdapter implements ChatAdapter {
  private static final Logger LOG = LoggerFactory.getLogger(SlackAdapter.class);
  private static final int THREADS = 12;
  private static final int FORM_THREADS = 2;

  /** So that one can come back while another hears. */
  private static final int SOCKETS = 2;

  private final SlackConfig config;
  private final Consumer<String> lost;
  private final Clock clock;
  private final Traffic traffic;
  private final Slack slack;
  private final Workers work = new Workers("slack-work", THREADS);
  private final Workers forms = new Workers("slack-forms", FORM_THREADS);
  private final List<AutoCloseable> ears = new ArrayList<>();
  private final List<List<Socket>> sockets = new CopyOnWriteArrayList<>();
  private volatile @Nullable Posting posting;
  private volatile boolean open;

  /**
   * An adapter that has not started.
   *
   * @param lost told the reason if Slack turns the bot away for good after it has started
   * @param registry of what is measured
   */
  public SlackAdapter(
      SlackConfig config, Consumer<String> lost, Clock clock, MeterRegistry registry) {
    this.config = config;
    this.lost = lost;
    this.clock = clock;
    this.traffic = new Traffic(registry, SlackDecoder.PLATFORM);
    this.slack = Web.client(config.api(), traffic);
  }

  @Override
  public String platform() {
    return SlackDecoder.PLATFORM;
  }

  /**
   * {@inheritDoc} Returns when every workspace has been asked for its name and Slack has been told
   * where to send what people do.
   *
   * @throws PlatformException if Slack can't be reached or turns us away
   */
  @Override
  public void start(Inbox inbox) {
    Workspaces workspaces = Workspaces.of(slack, config, traffic, lost);
    posting = new Posting(slack, workspaces);
    Desk desk = new Desk(slack, inbox, work, forms, config.command(), traffic);
    List<Door.Guest> guests = new ArrayList<>();
    for (SlackConfig.App app : config.apps()) {
      App bolt = SlackListener.app(slack, desk, workspaces.of(app));
      app.appToken().ifPresent(token -> openSockets(token, bolt));
      app.signingSecret()
          .ifPresent(secret -> guests.add(new Door.Guest(new Signature(secret, clock), bolt)));
    }
    if (!guests.isEmpty()) {
      Door door = Door.open(config.host(), config.port(), guests, traffic);
      ears.add(door);
      LOG.info("Slack's requests are heard on port {} under {}", door.port(), Entrance.PATH);
    }
    workspaces.all().forEach(workspace -> LOG.info("In the workspace {}", workspace.name()));
    open = true;
  }

  private void openSockets(String token, App bolt) {
    List<Socket> opened = new ArrayList<>();
    for (int i = 0; i < SOCKETS; i++) {
      Socket socket = Socket.open(slack, token, bolt, lost, traffic);
      ears.add(socket);
      opened.add(socket);
    }
    sockets.add(opened);
  }

  /** {@inheritDoc} One socket of an app is enough; by HTTP there is nothing to lose. */
  @Override
  public boolean isConnected() {
    return open && sockets.stream().allMatch(ofApp -> ofApp.stream().anyMatch(Socket::isUp));
  }

  @Override
  public List<Finding> examine(List<Command> commands, List<ChannelRef> channels) {
    return Examination.of(slack, config, traffic, channels);
  }

  private Posting posting() {
    Posting started = posting;
    if (started == null) {
      throw new ChatException("not connected yet", Duration.ZERO, null);
    }
    return started;
  }

  @Override
  public Delivery send(Destination to, Message message, PostKey key) {
    return posting().send(to, message, key);
  }

  @Override
  public Delivery edit(MessageRef ref, Message message) {
    return posting().edit(ref, message);
  }

  /** {@inheritDoc} Reads the last 100 messages. */
  @Override
  public Optional<MessageRef> find(Destination to, PostKey key) {
    return posting().find(to, key);
  }

  @Override
  public void stopHearing() {
    open = false;
    ears.forEach(SlackAdapter::close);
    ears.clear();
  }

  @Override
  public void close() {
    stopHearing();
    close(work);
    close(forms);
    close(slack);
  }

  private static void close(AutoCloseable part) {
    try {
      part.close();
    } catch (Exception e) {
      LOG.warn("{} did not close", part.getClass().getSimpleName(), e);
    }
  }
}
