package studycoach.platform.discord;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.components.attribute.ICustomId;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.channel.middleman.GuildMessageChannel;
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
import studycoach.chat.PostKey;
import studycoach.chat.UserError;

/**
 * Discord as a chat platform. A place for direct messages is named by the person's id with no
 * workspace, since JDA can find it again by that only.
 */
public final class DiscordAdapter implements ChatAdapter {
  private static final int THREADS = 4;
  private static final int WAITING = 5_000;
  private static final int SEARCHED = 100;
  private static final Duration PERMISSION_WAIT = Duration.ofMinutes(1);
  private static final Duration GUILD_WAIT = Duration.ofSeconds(30);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final Logger LOG = LoggerFactory.getLogger(DiscordAdapter.class);

  private final DiscordConfig config;
  private final Consumer<String> lost;
  private final Calls calls = new Calls();
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
   */
  public DiscordAdapter(DiscordConfig config, Consumer<String> lost) {
    this.config = config;
    this.lost = lost;
  }

  @Override
  public String platform() {
    return DiscordDecoder.PLATFORM;
  }

  /**
   * {@inheritDoc} Returns when all shards are connected and the commands are registered.
   *
   * @throws DiscordException if Discord can't be reached or turns us away
   */
  @Override
  public void start(Inbox inbox) {
    Connection opened =
        Connection.open(config, lost, new DiscordListener(inbox, work, config.command()));
    connection = opened;
    registration(opened, inbox.commands()).renew();
    LOG.info("Add the bot to a server: {}", Access.invitation(opened.any()));
  }

  private Registration registration(Connection opened, List<Command> commands) {
    return Registration.of(opened.any(), calls, config.command(), commands);
  }

  @Override
  public List<Finding> examine(List<Command> commands, List<ChannelRef> channels) {
    Connection started = connection;
    if (started != null) {
      return Examination.of(started, registration(started, commands), channels);
    }
    try (Connection opened = Connection.open(config, reason -> {})) {
      return Examination.of(opened, registration(opened, commands), channels);
    } catch (DiscordException e) {
      return Examination.failed(e);
    }
  }

  private Connection connection() {
    Connection started = connection;
    if (started == null) {
      throw new ChatException("not connected yet", Duration.ZERO, new IllegalStateException());
    }
    return started;
  }

  @Override
  public Delivery send(Destination to, Message message, PostKey key) {
    try {
      ChannelRef place = place(to);
      MessageChannel channel = channel(place);
      var sent = calls.call(() -> channel.sendMessage(DiscordRenderer.post(message)));
      return new Delivery.Posted(new MessageRef(place, sent.getId()));
    } catch (Calls.RefusedException e) {
      return new Delivery.Refused(e.reason());
    }
  }

  @Override
  public Delivery edit(MessageRef ref, Message message) {
    try {
      MessageChannel channel = channel(ref.channel());
      calls.call(() -> channel.editMessageById(ref.id(), DiscordRenderer.edit(message)));
      return new Delivery.Posted(ref);
    } catch (Calls.RefusedException e) {
      return new Delivery.Refused(e.reason());
    }
  }

  /**
   * {@inheritDoc} Reads the last 100 messages.
   *
   * @throws ChatException also if the permission to read the history is missing
   */
  @Override
  public Optional<MessageRef> find(Destination to, PostKey key) {
    ChannelRef place = place(to);
    MessageChannel channel;
    try {
      channel = channel(place);
    } catch (Calls.RefusedException e) {
      return Optional.empty();
    }
    try {
      return calls.call(() -> channel.getHistory().retrievePast(SEARCHED)).stream()
          .filter(message -> carries(message, key))
          .findFirst()
          .map(message -> new MessageRef(place, message.getId()));
    } catch (Calls.RefusedException e) {
      throw new ChatException("what was posted can't be read: " + e.reason(), PERMISSION_WAIT, e);
    }
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

  private static ChannelRef place(Destination to) {
    return to instanceof Destination.Channel channel
        ? channel.channel()
        : new ChannelRef(DiscordDecoder.PLATFORM, "", ((Destination.Direct) to).user().id());
  }

  private MessageChannel channel(ChannelRef place) throws Calls.RefusedException {
    if (place.workspace().isEmpty()) {
      return calls.call(() -> connection().any().openPrivateChannelById(place.id()));
    }
    Guild guild = connection().shards().getGuildById(place.workspace());
    if (guild == null) {
      throw unknownGuild(place.workspace());
    }
    MessageChannel channel = guild.getChannelById(GuildMessageChannel.class, place.id());
    if (channel == null) {
      throw new Calls.RefusedException("the channel was deleted, or the bot can't see it");
    }
    return channel;
  }

  /** A server is unknown also while Discord has an outage or a shard is still connecting. */
  private Calls.RefusedException unknownGuild(String id) {
    boolean certain =
        connection().shards().getShards().stream()
            .allMatch(
                shard ->
                    shard.getStatus() == JDA.Status.CONNECTED
                        && !shard.getUnavailableGuilds().contains(id));
    if (!certain) {
      throw new ChatException(
          "the server is not available now", GUILD_WAIT, new IllegalStateException(id));
    }
    return new Calls.RefusedException("the bot is no longer in the server");
  }

  @Override
  public void close() {
    work.shutdown();
    try {
      work.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (connection != null) {
      connection.close();
    }
  }
}
