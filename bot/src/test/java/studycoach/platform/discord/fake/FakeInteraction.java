package studycoach.platform.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a person did that waits for the bot's acknowledgement. */
public final class FakeInteraction {
  static final int COMMAND = 2;
  static final int COMPONENT = 3;
  static final int AUTOCOMPLETE = 4;
  static final int MODAL = 5;
  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final Duration TOKEN_LIFE = Duration.ofMinutes(15);

  final int type;
  final FakePerson person;
  final FakeChannel channel;
  final @Nullable FakeMessage source;
  final Set<FakeMessage> messages = new HashSet<>();
  private final String id;
  private final String token;
  private final Instant since;
  private final long dispatched = System.nanoTime();
  private @Nullable Duration acknowledged;
  private int callback;
  private @Nullable FakeMessage original;
  private @Nullable JsonNode answer;

  FakeInteraction(int type, FakePerson person, FakeChannel channel, @Nullable FakeMessage source) {
    this.type = type;
    this.person = person;
    this.channel = channel;
    this.source = source;
    this.id = person.discord.ids.next();
    this.token = "token-of-" + id;
    this.since = person.discord.clock.instant();
    if (source != null) {
      messages.add(source);
    }
  }

  public String id() {
    return id;
  }

  String token() {
    return token;
  }

  /** Who did it. */
  public FakePerson person() {
    return person;
  }

  /** How long the bot took; empty while it has not acknowledged. */
  public Optional<Duration> acknowledged() {
    synchronized (person.discord) {
      return Optional.ofNullable(acknowledged);
    }
  }

  /** Whether the person was told that the interaction failed: nothing came within 3 s. */
  public boolean failed() {
    synchronized (person.discord) {
      return acknowledged == null && late();
    }
  }

  /** Discord's number for how it was answered: 4 to 9; 0 while it was not. */
  public int callback() {
    synchronized (person.discord) {
      return callback;
    }
  }

  /** The message that is the answer; a press that changes its own message has that one. */
  public Optional<FakeMessage> original() {
    synchronized (person.discord) {
      return Optional.ofNullable(original);
    }
  }

  /** The modal or the suggested choices, as sent. */
  public Optional<JsonNode> answer() {
    synchronized (person.discord) {
      return Optional.ofNullable(answer);
    }
  }

  boolean late() {
    return System.nanoTime() - dispatched > PATIENCE.toNanos();
  }

  boolean expired() {
    return person.discord.clock.instant().isAfter(since.plus(TOKEN_LIFE));
  }

  void acknowledge(int how, @Nullable FakeMessage message, @Nullable JsonNode other) {
    acknowledged = Duration.ofNanos(System.nanoTime() - dispatched);
    callback = how;
    original = message;
    answer = other;
    if (message != null) {
      messages.add(message);
    }
  }

  /** The event that tells the bot. */
  ObjectNode json(ObjectNode data) {
    var json = Json.object().put("id", id).put("token", token).put("type", type);
    json.put("application_id", person.discord.bot.id()).put("version", 1);
    json.put("channel_id", channel.id()).put("locale", "en-US");
    json.put("app_permissions", Long.toString(channel.permissions()));
    json.put("attachment_size_limit", 10_485_760).putArray("entitlements");
    json.set("data", data);
    json.set("channel", channel.json().put("permissions", Long.toString(channel.permissions())));
    if (source != null) {
      json.set("message", source.json());
    }
    place(json);
    return json;
  }

  private void place(ObjectNode json) {
    FakeGuild guild = channel.guild;
    ObjectNode owners = json.putObject("authorizing_integration_owners");
    json.put("context", guild == null ? 1 : 0);
    if (guild == null) {
      owners.put("0", "0");
      json.set("user", person.json());
      return;
    }
    owners.put("0", guild.id());
    json.put("guild_id", guild.id()).put("guild_locale", "en-US");
    json.putObject("guild").put("id", guild.id()).put("locale", "en-US").putArray("features");
    json.set("member", person.member(guild, channel));
  }
}
