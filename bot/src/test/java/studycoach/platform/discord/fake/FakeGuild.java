package studycoach.platform.discord.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.dv8tion.jda.api.Permission;
import org.jspecify.annotations.Nullable;

/** A server of Discord's with text channels; the bot is in it until it is removed. */
public final class FakeGuild {
  private static final Set<Permission> EVERYONE =
      EnumSet.of(
          Permission.VIEW_CHANNEL,
          Permission.MESSAGE_SEND,
          Permission.MESSAGE_SEND_IN_THREADS,
          Permission.MESSAGE_HISTORY,
          Permission.MESSAGE_EMBED_LINKS,
          Permission.MESSAGE_ATTACH_FILES,
          Permission.CREATE_PUBLIC_THREADS,
          Permission.USE_APPLICATION_COMMANDS);

  final FakeDiscord discord;
  private final String id;
  private final String name;
  private final String managers;
  private final Map<String, FakeChannel> channels = new LinkedHashMap<>();
  private @Nullable FakeChannel system;
  private String joined = "";
  private final Map<String, FakeRole> roles = new LinkedHashMap<>();
  private boolean botIn = true;

  FakeGuild(FakeDiscord discord, String name) {
    this.discord = discord;
    this.id = discord.ids.nextGuild();
    this.name = name;
    this.managers = discord.ids.next();
  }

  public String id() {
    return id;
  }

  public String name() {
    return name;
  }

  /** The text channel of a name, made if there is none. */
  public FakeChannel channel(String channelName) {
    synchronized (discord) {
      FakeChannel known = channels.get(channelName);
      return known == null ? newChannel(channelName) : known;
    }
  }

  private FakeChannel newChannel(String channelName) {
    var channel = FakeChannel.text(this, channelName);
    channels.put(channelName, channel);
    discord.add(channel);
    discord.gateway.dispatch(this, "CHANNEL_CREATE", channel.json());
    return channel;
  }

  /** Where Discord itself greets people from now on. */
  public void greetsIn(FakeChannel channel) {
    synchronized (discord) {
      system = channel;
    }
  }

  /** The role of a name, made if there is none. */
  public FakeRole role(String roleName) {
    synchronized (discord) {
      FakeRole known = roles.get(roleName);
      if (known != null) {
        return known;
      }
      var role = new FakeRole(discord.ids.next(), roleName);
      roles.put(roleName, role);
      var event = Json.object().put("guild_id", id);
      event.set("role", role.json(0));
      discord.gateway.dispatch(this, "GUILD_ROLE_CREATE", event);
      return role;
    }
  }

  /** The role that everyone has, whose id is the guild's. */
  public FakeRole everyoneRole() {
    return new FakeRole(id, "@everyone");
  }

  /** Somebody removes the bot. */
  public void removesBot() {
    synchronized (discord) {
      discord.gateway.dispatch(this, "GUILD_DELETE", Json.object().put("id", id));
      botIn = false;
    }
  }

  /** Somebody adds the bot again. */
  public void addsBot() {
    synchronized (discord) {
      botIn = true;
      joined = discord.now();
      discord.gateway.dispatch(this, "GUILD_CREATE", json());
    }
  }

  boolean botIn() {
    return botIn;
  }

  void forget(FakeChannel channel) {
    channels.values().remove(channel);
  }

  List<FakeChannel> channels() {
    return List.copyOf(channels.values());
  }

  long everyone() {
    return Permission.getRaw(EVERYONE);
  }

  ObjectNode json() {
    var json = Json.object().put("id", id).put("name", name);
    json.put("owner_id", "1").put("unavailable", false).put("large", false);
    json.put("member_count", 2).put("preferred_locale", "en-US").put("afk_timeout", 300);
    json.put("joined_at", joined).put("premium_progress_bar_enabled", false);
    json.withArray("/roles").add(everyoneRole().json(everyone()));
    json.withArray("/roles")
        .add(new FakeRole(managers, "managers").json(Permission.MANAGE_SERVER.getRawValue()));
    roles.values().forEach(role -> json.withArray("/roles").add(role.json(0)));
    json.withArray("/members").add(botMember());
    json.put("system_channel_id", system == null ? null : system.id());
    for (String empty :
        List.of(
            "channels",
            "threads",
            "guild_scheduled_events",
            "emojis",
            "voice_states",
            "features")) {
      json.putArray(empty);
    }
    channels.values().forEach(channel -> json.withArray("/channels").add(channel.json()));
    channels.values().stream()
        .flatMap(channel -> channel.threads().stream())
        .filter(thread -> !thread.isArchived())
        .forEach(thread -> json.withArray("/threads").add(thread.json()));
    return json;
  }

  ObjectNode botMember() {
    return member(discord.bot.json()).put("joined_at", joined);
  }

  ObjectNode member(ObjectNode user) {
    var member = Json.object().put("joined_at", "2026-01-01T00:00:00+00:00").put("flags", 0);
    member.put("deaf", false).put("mute", false).putArray("roles");
    member.set("user", user);
    return member;
  }

  ObjectNode member(FakePerson person) {
    ObjectNode member = member(person.json());
    if (person.may(Permission.MANAGE_SERVER)) {
      member.withArray("/roles").add(managers);
    }
    return member;
  }
}
