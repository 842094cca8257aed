package studycoach.platform.discord;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.components.attribute.ICustomId;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.channel.middleman.GuildMessageChannel;
import net.dv8tion.jda.api.entities.channel.middleman.MessageChannel;
import net.dv8tion.jda.api.exceptions.InvalidTokenException;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.sharding.DefaultShardManagerBuilder;
import net.dv8tion.jda.api.sharding.ShardManager;
import net.dv8tion.jda.api.utils.cache.ShardCacheView;
import org.jspecify.annotations.Nullable;
import studycoach.chat.ActionId;
import studycoach.chat.ChannelRef;
import studycoach.chat.ChatAdapter;
import studycoach.chat.ChatException;
import studycoach.chat.Command;
import studycoach.chat.Delivery;
import studycoach.chat.Destination;
import studycoach.chat.Inbox;
import studycoach.chat.Message;
import studycoach.chat.MessageRef;
import studycoach.chat.PostKey;
import studycoach.chat.UserError;
import studycoach.chat.UserRef;

/**
 * Discord as a chat platform. A place for direct messages is named by the person's account, since
 * JDA can find it again by that only.
 */
public final class DiscordAdapter implements ChatAdapter {
  private static final int THREADS = 8;
  private static final int WAITING = 5_000;
  private static final int SEARCHED = 100;
  private static final Duration PERMISSION_WAIT = Duration.ofMinutes(1);
  private static final Duration GUILD_WAIT = Duration.ofSeconds(30);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final DiscordConfig config;
  private final Clock clock;
  private final Calls calls = new Calls();
  private final ExecutorService work =
      new ThreadPoolExecutor(
          THREADS,
          THREADS,
          0,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(WAITING),
          task -> new Thread(task, "discord-work"));
  private @Nullable ShardManager shards;

  /**
   * @param clock tells which servers the bot has joined lately
   */
  public DiscordAdapter(DiscordConfig config, Clock clock) {
    this.config = config;
    this.clock = clock;
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
    Login login = new Login();
    ShardManager manager = builder(inbox, login).build(false);
    shards = manager;
    try {
      manager.login();
      login.await();
      register(manager.getShards().get(0), inbox.commands());
    } catch (InvalidTokenException e) {
      throw failed(Login.unknownToken(e));
    } catch (DiscordException e) {
      throw failed(e);
    } catch (RuntimeException e) {
      throw failed(new DiscordException("Discord could not be reached: " + e.getMessage(), e));
    }
  }

  private DiscordException failed(DiscordException reason) {
    close();
    return reason;
  }

  private DefaultShardManagerBuilder builder(Inbox inbox, Login login) {
    RestConfig rest = new RestConfig();
    config.apiUrl().ifPresent(url -> rest.setBaseUrl(url.toString()));
    return DefaultShardManagerBuilder.createLight(
            config.token(), GatewayIntent.GUILD_MESSAGES, GatewayIntent.DIRECT_MESSAGES)
        .setRestConfig(rest)
        .setSessionController(new Gateway())
        .setShardsTotal(config.shards().orElse(-1))
        .setRequestTimeoutRetry(false)
        .setEnableShutdownHook(false)
        .addEventListeners(login, new DiscordListener(inbox, work, config.command(), clock));
  }

  private void register(JDA discord, List<Command> commands) {
    SlashCommandData wanted = DiscordCommands.of(config.command(), commands);
    try {
      List<net.dv8tion.jda.api.interactions.commands.Command> known =
          calls.call(() -> discord.retrieveCommands(true));
      boolean same =
          known.size() == 1 && DiscordCommands.same(CommandData.fromCommand(known.get(0)), wanted);
      if (!same) {
        calls.call(() -> discord.updateCommands().addCommands(wanted));
      }
    } catch (Calls.RefusedException e) {
      throw new DiscordException("Discord did not take the commands: " + e.reason(), e);
    }
  }

  private ShardManager shards() {
    ShardManager started = shards;
    if (started == null) {
      throw new IllegalStateException("not started");
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
        : place(((Destination.Direct) to).user());
  }

  private static ChannelRef place(UserRef user) {
    return new ChannelRef(user.platform(), user.workspace(), user.id());
  }

  private MessageChannel channel(ChannelRef place) throws Calls.RefusedException {
    if (place.workspace().equals(DiscordDecoder.PLATFORM)) {
      JDA any = shards().getShards().get(0);
      return calls.call(() -> any.openPrivateChannelById(place.id()));
    }
    Guild guild = shards().getGuildById(place.workspace());
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
        shards().getShards().stream()
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
      if (shards != null) {
        end(shards);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void end(ShardManager manager) throws InterruptedException {
    ShardCacheView begun = manager.getShardCache(); // null as long as their number is unknown
    List<JDA> open = begun == null ? List.of() : begun.asList();
    manager.shutdown();
    for (JDA shard : open) {
      if (!shard.awaitShutdown(PATIENCE)) {
        shard.shutdownNow();
      }
    }
  }
}
