package studycoach.platform.discord;

import java.time.Duration;
import java.util.Optional;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.channel.attribute.IThreadContainer;
import net.dv8tion.jda.api.entities.channel.concrete.ThreadChannel;
import net.dv8tion.jda.api.entities.channel.middleman.GuildMessageChannel;
import net.dv8tion.jda.api.entities.channel.middleman.MessageChannel;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.exceptions.InsufficientPermissionException;
import net.dv8tion.jda.api.requests.ErrorResponse;
import net.dv8tion.jda.api.requests.restaction.ThreadChannelAction;
import net.dv8tion.jda.api.sharding.ShardManager;
import studycoach.chat.ChannelRef;
import studycoach.chat.ChatException;
import studycoach.chat.Destination;
import studycoach.chat.MessageRef;
import studycoach.chat.UserRef;

/**
 * Where messages go and stand. A place for direct messages is named by the person's account, since
 * JDA can find it again by that only. A thread has the id of the message under which it was opened.
 */
record Places(ShardManager shards, Calls calls) {
  private static final Duration GUILD_WAIT = Duration.ofSeconds(30);
  private static final int THREAD_TITLE = 100;

  /** A channel, and the name by which {@link #channel} finds it again. */
  record Place(ChannelRef ref, MessageChannel channel) {}

  /** The place of a destination; a thread is opened if there is none yet. */
  Place open(Destination to) throws Calls.RefusedException {
    if (to instanceof Destination.Thread thread) {
      Optional<ThreadChannel> active = active(thread.parent());
      return place(thread, active.isPresent() ? active.get() : opened(thread));
    }
    return standing(to);
  }

  /**
   * The place of a destination; empty if nothing can stand there: it is deleted, or not open yet.
   */
  Optional<Place> known(Destination to) throws Calls.RefusedException {
    if (to instanceof Destination.Thread thread) {
      return started(thread.parent()).map(channel -> place(thread, channel));
    }
    ChannelRef ref = ref(to);
    return find(ref).map(channel -> new Place(ref, channel));
  }

  private Place standing(Destination to) throws Calls.RefusedException {
    ChannelRef ref = ref(to);
    return new Place(ref, channel(ref));
  }

  private static ChannelRef ref(Destination to) {
    return to instanceof Destination.Channel channel
        ? channel.channel()
        : place(((Destination.Direct) to).user());
  }

  private static ChannelRef place(UserRef user) {
    return new ChannelRef(user.platform(), user.workspace(), user.id());
  }

  private static Place place(Destination.Thread to, ThreadChannel channel) {
    String workspace = to.parent().channel().workspace();
    return new Place(new ChannelRef(DiscordDecoder.PLATFORM, workspace, channel.getId()), channel);
  }

  private Optional<ThreadChannel> active(MessageRef parent) {
    return Optional.ofNullable(shards.getThreadChannelById(parent.id()));
  }

  /** The thread under a message, which the message also knows while it is archived. */
  private Optional<ThreadChannel> started(MessageRef parent) throws Calls.RefusedException {
    Optional<ThreadChannel> active = active(parent);
    if (active.isPresent()) {
      return active;
    }
    MessageChannel channel = channel(parent.channel());
    Message message = calls.call(() -> channel.retrieveMessageById(parent.id()));
    return Optional.ofNullable(message.getStartedThread());
  }

  private ThreadChannel opened(Destination.Thread to) throws Calls.RefusedException {
    if (!(channel(to.parent().channel()) instanceof IThreadContainer container)) {
      throw new Calls.RefusedException("this kind of channel has no threads");
    }
    try {
      return calls.call(() -> opening(container, to));
    } catch (ErrorResponseException e) {
      if (e.getErrorResponse() == ErrorResponse.THREAD_WITH_THIS_MESSAGE_ALREADY_EXISTS) {
        return started(to.parent()).orElseThrow(() -> e);
      }
      throw e;
    }
  }

  /** Not without the permission to write there: an empty thread would be left. */
  private static ThreadChannelAction opening(IThreadContainer container, Destination.Thread to) {
    Permission needed = Permission.MESSAGE_SEND_IN_THREADS;
    if (!container.getGuild().getSelfMember().hasPermission(container, needed)) {
      throw new InsufficientPermissionException(container, needed);
    }
    return container.createThreadChannel(
        DiscordMarkup.label(to.title(), THREAD_TITLE), to.parent().id());
  }

  /** The channel of a name, which may be a thread's. */
  MessageChannel channel(ChannelRef place) throws Calls.RefusedException {
    Optional<MessageChannel> found = find(place);
    if (found.isEmpty()) {
      throw new Calls.RefusedException("the channel was deleted, or the bot can't see it");
    }
    return found.get();
  }

  private Optional<MessageChannel> find(ChannelRef place) throws Calls.RefusedException {
    if (place.workspace().equals(DiscordDecoder.PLATFORM)) {
      JDA any = shards.getShards().get(0);
      return Optional.of(calls.call(() -> any.openPrivateChannelById(place.id())));
    }
    Guild guild = shards.getGuildById(place.workspace());
    if (guild == null) {
      throw unknownGuild(place.workspace());
    }
    return Optional.ofNullable(guild.getChannelById(GuildMessageChannel.class, place.id()));
  }

  /** A server is unknown also while Discord has an outage or a shard is still connecting. */
  private Calls.RefusedException unknownGuild(String id) {
    boolean certain =
        shards.getShards().stream()
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
}
