package studycoach.platform.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A gateway session: its events are kept, so that a connection may resume it. */
final class Session {
  final String id;
  private final int shard;
  private final int shards;
  private final int intents;
  private final List<ObjectNode> events = new ArrayList<>();
  private @Nullable Wire wire;

  Session(String id, JsonNode identify, Wire wire) {
    this.id = id;
    this.shard = identify.path("shard").path(0).asInt(0);
    this.shards = identify.path("shard").path(1).asInt(1);
    this.intents = identify.path("intents").asInt();
    this.wire = wire;
  }

  /** Whether this shard is told about a guild; direct messages, null, belong to shard 0. */
  boolean hears(@Nullable FakeGuild guild) {
    return guild == null ? shard == 0 : (Long.parseLong(guild.id()) >> 22) % shards == shard;
  }

  boolean wants(int intent) {
    return (intents & intent) != 0;
  }

  void dispatch(String type, JsonNode data) {
    var event =
        Json.object().put("op", Gateway.DISPATCH).put("t", type).put("s", events.size() + 1);
    event.set("d", data);
    events.add(event);
    if (wire != null) {
      wire.send(event);
    }
  }

  void resume(Wire again, int seen) {
    wire = again;
    events.subList(Math.min(seen, events.size()), events.size()).forEach(again::send);
    dispatch("RESUMED", Json.object());
  }

  void disconnected(Wire gone) {
    if (wire == gone) {
      wire = null;
    }
  }

  boolean isOn(Wire other) {
    return wire == other;
  }
}
