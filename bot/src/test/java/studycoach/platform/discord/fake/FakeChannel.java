package studycoach.platform.discord.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.dv8tion.jda.api.Permission;
import org.jspecify.annotations.Nullable;

/** A text channel, a thread of one, or somebody's direct messages with the bot. */
public final class FakeChannel {
  private static final int TEXT = 0;
  private static final int DIRECT = 1;
  private static final int THREAD = 11;

  final FakeDiscord discord;
  final @Nullable FakeGuild guild;
  final @Nullable FakePerson recipient;
  private final @Nullable FakeChannel parent;
  private final String id;
  private final String name;
  private final List<FakeMessage> messages = new ArrayList<>();
  private final Map<String, FakeChannel> threads = new LinkedHashMap<>();
  private long denied;
  private boolean archived;

  private FakeChannel(
      FakeDiscord discord,
      String id,
      String name,
      @Nullable FakeGuild guild,
      @Nullable FakeChannel parent,
      @Nullable FakePerson recipient) {
    this.discord = discord;
    this.id = id;
    this.name = name;
    this.guild = guild;
    this.parent = parent;
    this.recipient = recipient;
  }

  static FakeChannel text(FakeGuild guild, String name) {
    return new FakeChannel(guild.discord, guild.discord.ids.next(), name, guild, null, null);
  }

  static FakeChannel direct(FakePerson person) {
    return new FakeChannel(person.discord, person.discord.ids.next(), "", null, null, person);
  }

  static FakeChannel thread(FakeChannel parent, String id, String name) {
    var thread = new FakeChannel(parent.discord, id, name, parent.guild, parent, null);
    parent.threads.put(id, thread);
    return thread;
  }

  public String id() {
    return id;
  }

  public String name() {
    return name;
  }

  /** Takes permissions away from everyone here, the bot included; nothing gives all back. */
  public void denies(Permission... permissions) {
    synchronized (discord) {
      denied = Permission.getRaw(permissions);
      discord.gateway.dispatch(guild, "CHANNEL_UPDATE", json());
    }
  }

  /** Somebody deletes the channel. */
  public void delete() {
    synchronized (discord) {
      discord.forget(this);
      if (parent != null) {
        parent.threads.remove(id);
      }
      String event = parent == null ? "CHANNEL_DELETE" : "THREAD_DELETE";
      discord.gateway.dispatch(guild, event, json());
    }
  }

  /** The thread that hangs on a message here. */
  public Optional<FakeChannel> thread(String messageId) {
    synchronized (discord) {
      return Optional.ofNullable(threads.get(messageId));
    }
  }

  List<FakeChannel> threads() {
    return List.copyOf(threads.values());
  }

  /** Nobody has written in this thread for long; the next who does wakes it. */
  public void archives() {
    archived(true);
  }

  void archived(boolean now) {
    synchronized (discord) {
      if (archived != now) {
        archived = now;
        discord.gateway.dispatch(guild, "THREAD_UPDATE", json());
      }
    }
  }

  boolean isArchived() {
    return archived;
  }

  /** All that stands here, oldest first, what only one person sees included. */
  public List<FakeMessage> messages() {
    synchronized (discord) {
      return List.copyOf(messages);
    }
  }

  void add(FakeMessage message) {
    messages.add(message);
  }

  void remove(FakeMessage message) {
    messages.remove(message);
  }

  Optional<FakeMessage> find(String messageId) {
    return messages.stream().filter(message -> message.id().equals(messageId)).findFirst();
  }

  boolean isThread() {
    return parent != null;
  }

  /** What everyone, the bot included, may do here. */
  long permissions() {
    if (guild == null) {
      return Permission.getRaw(Permission.values());
    }
    return guild.everyone() & ~(parent == null ? denied : parent.denied);
  }

  boolean allows(Permission permission) {
    return (permissions() & permission.getRawValue()) != 0;
  }

  ObjectNode json() {
    var json = Json.object().put("id", id).put("flags", 0);
    if (recipient != null) {
      json.put("type", DIRECT).withArray("/recipients").add(recipient.json());
      return json;
    }
    json.put("type", parent == null ? TEXT : THREAD).put("name", name).put("position", 0);
    json.put("nsfw", false).put("rate_limit_per_user", 0);
    if (guild != null) {
      json.put("guild_id", guild.id());
      overwrites(json, guild.id());
    }
    if (parent != null) {
      thread(json, parent);
    }
    return json;
  }

  private void overwrites(ObjectNode json, String everyone) {
    var overwrites = json.putArray("permission_overwrites");
    if (denied != 0) {
      overwrites
          .addObject()
          .put("id", everyone)
          .put("type", 0)
          .put("allow", "0")
          .put("deny", Long.toString(denied));
    }
  }

  private void thread(ObjectNode json, FakeChannel under) {
    json.put("parent_id", under.id).put("owner_id", discord.bot.id());
    json.put("member_count", 1).put("message_count", messages.size());
    json.withObject("/thread_metadata")
        .put("archived", archived)
        .put("locked", false)
        .put("invitable", true)
        .put("auto_archive_duration", 1440)
        .put("archive_timestamp", discord.now())
        .put("create_timestamp", discord.now());
  }
}
