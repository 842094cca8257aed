package studycoach.platform.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The sessions of bots and what they are told. */
public final class Gateway {
  static final int DISPATCH = 0;
  private static final int HEARTBEAT = 1;
  private static final int IDENTIFY = 2;
  private static final int RESUME = 6;
  private static final int RECONNECT = 7;
  private static final int INVALID_SESSION = 9;
  private static final int HEARTBEAT_ACK = 11;

  /** Members, presences and message content. */
  private static final int PRIVILEGED = 1 << 1 | 1 << 8 | 1 << 15;

  private static final int GUILD_MESSAGES = 1 << 9;
  private static final int DIRECT_MESSAGES = 1 << 12;

  private final FakeDiscord discord;
  private final Map<String, Session> sessions = new LinkedHashMap<>();
  private final WireServer server;
  private boolean intents = true;
  private int identified;
  private int resumed;

  Gateway(FakeDiscord discord) {
    this.discord = discord;
    server = new WireServer(this);
  }

  String url() {
    return server.url();
  }

  /** How many sessions were begun. */
  public int identified() {
    synchronized (discord) {
      return identified;
    }
  }

  /** How many times a session was resumed. */
  public int resumed() {
    synchronized (discord) {
      return resumed;
    }
  }

  /** All connections are gone without a close frame; sessions can be resumed. */
  public void drops() {
    server.wires().forEach(Wire::drop);
  }

  /** Asks all bots to connect anew and resume (op 7). */
  public void asksToReconnect() {
    server.wires().forEach(wire -> wire.send(RECONNECT, Json.object().nullNode()));
  }

  /** Tells all bots that their session is invalid (op 9). */
  public void invalidates(boolean resumable) {
    synchronized (discord) {
      if (!resumable) {
        sessions.clear();
      }
      server.wires().forEach(wire -> invalid(wire, resumable));
    }
  }

  /** Closes all connections with one of Discord's codes, e.g. 4004. */
  public void closes(int code) {
    server.wires().forEach(wire -> wire.close(code, "Closed."));
  }

  /** New connections are closed at once, until they are let in again. */
  public void refuses(boolean refuse) {
    server.refuse(refuse);
  }

  /** From now on no intents are allowed, whatever they are. */
  public void disallowsIntents() {
    synchronized (discord) {
      intents = false;
    }
  }

  void received(Wire wire, JsonNode payload) {
    synchronized (discord) {
      JsonNode data = payload.path("d");
      switch (payload.path("op").asInt()) {
        case HEARTBEAT -> wire.send(HEARTBEAT_ACK, Json.object().nullNode());
        case IDENTIFY -> identify(wire, data);
        case RESUME -> resume(wire, data);
        default -> {}
      }
    }
  }

  /** A client that says goodbye with 1000 or 1001 ends its session. */
  void closed(Wire wire, int code, boolean byClient) {
    synchronized (discord) {
      if (byClient && (code == 1000 || code == 1001)) {
        sessions.values().removeIf(session -> session.isOn(wire));
      }
      sessions.values().forEach(session -> session.disconnected(wire));
    }
  }

  private void identify(Wire wire, JsonNode data) {
    if (!discord.knows(data.path("token").asText())) {
      wire.close(4004, "Authentication failed.");
    } else if (!intents || (data.path("intents").asInt() & PRIVILEGED) != 0) {
      wire.close(4014, "Disallowed intent(s).");
    } else {
      identified++;
      var session = new Session("session-" + discord.ids.next(), data, wire);
      sessions.put(session.id, session);
      session.dispatch("READY", ready(session, data));
      discord
          .guilds()
          .filter(FakeGuild::botIn)
          .filter(session::hears)
          .forEach(guild -> session.dispatch("GUILD_CREATE", guild.json()));
    }
  }

  private ObjectNode ready(Session session, JsonNode identify) {
    var ready = Json.object().put("v", 10).put("session_id", session.id);
    ready.put("resume_gateway_url", url()).putArray("private_channels");
    ready.set("user", discord.bot.json());
    ready.set("shard", identify.path("shard").deepCopy());
    ready.putObject("application").put("id", discord.bot.id()).put("flags", 0);
    ready.putArray("guilds");
    discord
        .guilds()
        .filter(FakeGuild::botIn)
        .filter(session::hears)
        .forEach(
            guild ->
                ready
                    .withArray("/guilds")
                    .addObject()
                    .put("id", guild.id())
                    .put("unavailable", true));
    return ready;
  }

  private void resume(Wire wire, JsonNode data) {
    Session session = sessions.get(data.path("session_id").asText());
    if (!discord.knows(data.path("token").asText())) {
      wire.close(4004, "Authentication failed.");
    } else if (session == null) {
      invalid(wire, false);
    } else {
      resumed++;
      session.resume(wire, data.path("seq").asInt());
    }
  }

  private static void invalid(Wire wire, boolean resumable) {
    wire.send(INVALID_SESSION, Json.object().booleanNode(resumable));
  }

  /** Tells those who hear of the guild; a null guild means direct messages. */
  void dispatch(@Nullable FakeGuild guild, String type, JsonNode data) {
    if (guild == null || guild.botIn()) {
      for (Session session : List.copyOf(sessions.values())) {
        if (session.hears(guild)) {
          session.dispatch(type, data);
        }
      }
    }
  }

  /** Without the privileged intent, content is shown only where it concerns the bot. */
  void message(FakeMessage message, String type, @Nullable FakePerson author) {
    FakeGuild guild = message.channel.guild;
    ObjectNode json = message.json();
    boolean concerns =
        guild == null
            || author == null
            || json.path("mentions").toString().contains(discord.bot.id());
    if (!concerns) {
      json.put("content", "").putArray("embeds");
      json.putArray("components");
    }
    if (guild != null) {
      json.put("guild_id", guild.id());
      json.set("member", author == null ? guild.botMember() : guild.member(author));
    }
    int intent = guild == null ? DIRECT_MESSAGES : GUILD_MESSAGES;
    sessions.values().stream()
        .filter(session -> session.hears(guild) && session.wants(intent))
        .filter(session -> guild == null || guild.botIn())
        .forEach(session -> session.dispatch(type, json));
  }

  void close() {
    server.end();
  }
}
