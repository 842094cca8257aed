package studycoach.platform.discord;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import net.dv8tion.jda.api.components.attribute.ICustomId;
import net.dv8tion.jda.api.entities.channel.middleman.MessageChannel;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studycoach.chat.ActionId;
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
import studycoach.chat.UnreadableException;
import studycoach.chat.UserError;
import studycoach.traffic.Traffic;

/** Discord as a chat platform. */
public final class DiscordAdapter implements ChatAdapter {
  private static final int THREADS = 4;
  private static final int WAITING = 5_000;
  private static final int SEARCHED = 100;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final Logger LOG = LoggerFactory.getLogger(DiscordAdapter.class);

  private final DiscordConfig config;
  private final Consumer<String> lost;
  private final Traffic traffic;
  private final Calls calls = new Calls();
  private final Underway underway = new Underway();
  private final ExecutorService work =
      new ThreadPoolExecutor(
          THREADS,
          THREADS,
          0,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(WAITING),
          task -> new Thread(task, "discord-work"));
  private volatile @Nullable Connection connection;

  /**
   * An adapter that has not started.
   *
   * @param lost told the reason if Discord turns the bot away for good after it has started
   * @param registry of what is measured
   */
  public DiscordAdapter(DiscordConfig config, Consumer<String> lost, MeterRegistry registry) {
    this.config = config;
    this.lost = lost;
    this.traffic = new Traffic(registry, DiscordDecoder.PLATFORM);
  }

  @Override
  public String platform() {
    return DiscordDecoder.PLATFORM;
  }

  @Override
  public Optional<String> share(Destination to) {
    // A direct message can be sent by any shard.
    return to instanceof Destination.Direct
        ? Optional.empty()
        : divided().map(shards -> shards.nameOf(to.workspace()));
  }

  @Override
  public List<String> shares() {
    return divided().map(Shards::names).orElse(List.of());
  }

  private Optional<Shards> divided() {
    return config.shards().filter(Shards::isPart);
  }

  /**
   * {@inheritDoc} Returns when all shards are connected and the commands are registered.
   *
   * @throws PlatformException if Discord can't be reached or turns us away
   */
  @Override
  public void start(Inbox inbox) {
    DiscordListener listener =
        new DiscordListener(inbox, work, underway, config.command(), traffic);
    Connection opened = Connection.open(config, traffic, lost, listener, new Reconnects(traffic));
    connection = opened;
    registration(opened, inbox.commands()).renew();
    LOG.info("Add the bot to a server: {}", Access.invitation(opened.any()));
  }

  @Override
  public boolean isConnected() {
    Connection started = connection;
    return started != null && started.isUp();
  }

  private Registration registration(Connection opened, List<Command> commands) {
    return Registration.of(opened.any(), calls, config.command(), commands);
  }

  @Override
  public List<Finding> examine(List<Command> commands, List<ChannelRef> channels) {
    Connection started = connection;
    if (started != null) {
      return Examination.of(started, registration(started, commands), here(channels));
    }
    try (Connection opened = Connection.open(config, traffic, reason -> {})) {
      return Examination.of(opened, registration(opened, commands), here(channels));
    } catch (PlatformException e) {
      return Examination.failed(e);
    }
  }

  /** The others are seen by another process alone. */
  private List<ChannelRef> here(List<ChannelRef> channels) {
    List<String> ours = shares();
    return channels.stream()
        .filter(
            channel -> share(new Destination.Channel(channel)).stream().allMatch(ours::contains))
        .toList();
  }

  private Places places() {
    Connection started = connection;
    if (started == null) {
      throw new ChatException("not connected yet", Duration.ZERO, new IllegalStateException());
    }
    return new Places(started.shards(), calls);
  }

  @Override
  public Delivery send(Destination to, Message message, PostKey key) {
    try {
      Places.Place place = places().open(to);
      var sent =
          calls.call(
              () ->
                  place
                      .channel()
                      .sendMessage(
                          DiscordRenderer.announcement(message, Access.toAttach(place.channel()))));
      return new Delivery.Posted(new MessageRef(place.ref(), sent.getId()));
    } catch (Calls.RefusedException e) {
      return new Delivery.Refused(e.reason());
    }
  }

  /** {@inheritDoc} Discord has no edits in threads that are archived: they are refused. */
  @Override
  public Delivery edit(MessageRef ref, Message message) {
    try {
      MessageChannel channel = places().channel(ref.channel());
      calls.call(() -> channel.editMessageById(ref.id(), DiscordRenderer.edit(message)));
      return new Delivery.Posted(ref);
    } catch (Calls.RefusedException e) {
      return new Delivery.Refused(e.reason());
    }
  }

  /**
   * {@inheritDoc} Reads the last 100 messages. A deleted channel holds nothing; one that the bot
   * has no access to may.
   *
   * @throws UnreadableException also if the bot is no longer in the server
   */
  @Override
  public Optional<MessageRef> find(Destination to, PostKey key) {
    try {
      Optional<Places.Place> place = places().known(to);
      return place.isEmpty() ? Optional.empty() : find(place.get(), key);
    } catch (Calls.RefusedException e) {
      throw new UnreadableException(e.reason());
    }
  }

  private Optional<MessageRef> find(Places.Place place, PostKey key) throws Calls.RefusedException {
    return calls.call(() -> place.channel().getHistory().retrievePast(SEARCHED)).stream()
        .filter(message -> carries(message, key))
        .findFirst()
        .map(message -> new MessageRef(place.ref(), message.getId()));
  }

  private static boolean carries(net.dv8tion.jda.api.entities.Message message, PostKey key) {
    return message.getAuthor().equals(message.getJDA().getSelfUser())
        && message.getComponentTree().findAll(ICustomId.class).stream()
            .flatMap(control -> Optional.ofNullable(control.getCustomId()).stream())
            .anyMatch(id -> carries(id, key));
  }

  private static boolean carries(String customId, PostKey key) {
    try {
      return ActionId.decode(customId).keys().contains(key.value());
    } catch (UserError e) {
      return false;
    }
  }

  @Override
  public void stopHearing() {
    if (connection != null) {
      connection.stopHearing();
    }
  }

  @Override
  public void close() {
    stopHearing();
    work.shutdown();
    try {
      work.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      underway.await(PATIENCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (connection != null) {
      connection.close();
    }
  }
}
