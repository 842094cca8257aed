package studycoach.platform.slack.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** Messages that come, change and go in a channel, and who hears of it. */
record Conversation(FakeChannel channel) {
  FakeMessage written(FakePerson person, String text) {
    return written(person, Json.object(), text);
  }

  FakeMessage replied(FakePerson person, FakeMessage parent, String text) {
    return written(person, Json.object().put("thread_ts", parent.ts()), text);
  }

  FakeMessage writtenByOtherApp(String text, JsonNode metadata) {
    Ids ids = channel.workspace.slack.ids;
    var author = Json.object().put("user", ids.next("U")).put("bot_id", ids.next("B"));
    return written(author, Json.object().set("metadata", metadata), text);
  }

  private FakeMessage written(FakePerson person, ObjectNode content, String text) {
    var author = Json.object().put("user", person.id());
    return written(
        author.put("client_msg_id", channel.workspace.slack.ids.next("m")), content, text);
  }

  private FakeMessage written(ObjectNode author, ObjectNode content, String text) {
    content.put("text", new Typed(channel.workspace).inMessage(text));
    var message = new FakeMessage(channel, author, content, null);
    channel.add(message);
    tell(message);
    if (message.pings().contains(channel.workspace.botUserId()) && channel.botIn()) {
      ObjectNode mention = event(message).put("type", "app_mention");
      mention.remove("channel_type");
      channel.workspace.tells("app_mention", mention);
    }
    return message;
  }

  /** The bot writes; everybody but an only one is told. */
  FakeMessage posted(ObjectNode content, @Nullable FakePerson onlyFor) {
    var message = new FakeMessage(channel, author(), content, onlyFor);
    channel.add(message);
    tell(message);
    return message;
  }

  void changed(FakeMessage message, ObjectNode content) {
    ObjectNode before = message.json();
    message.take(content);
    message.edited();
    ObjectNode event = subtype("message_changed");
    event.set("message", message.json());
    event.set("previous_message", before);
    tell(message, event);
  }

  void deleted(FakeMessage message) {
    channel.remove(message);
    ObjectNode event = subtype("message_deleted").put("deleted_ts", message.ts());
    event.set("previous_message", message.json());
    tell(message, event);
  }

  private ObjectNode author() {
    FakeWorkspace workspace = channel.workspace;
    var author = Json.object().put("user", workspace.botUserId());
    author.put("bot_id", workspace.botId()).put("app_id", workspace.app.id());
    author
        .putObject("bot_profile")
        .put("id", workspace.botId())
        .put("app_id", workspace.app.id())
        .put("user_id", workspace.botUserId())
        .put("name", workspace.app.name())
        .put("deleted", false)
        .put("updated", 0)
        .put("team_id", workspace.teamId());
    return author;
  }

  private ObjectNode event(FakeMessage message) {
    ObjectNode event = message.json().put("channel", channel.id());
    return event.put("event_ts", message.ts()).put("channel_type", channel.kind.type);
  }

  private ObjectNode subtype(String subtype) {
    var event = Json.object().put("type", "message").put("subtype", subtype).put("hidden", true);
    event.put("channel", channel.id()).put("channel_type", channel.kind.type);
    String now = channel.workspace.slack.ids.ts();
    return event.put("ts", now).put("event_ts", now);
  }

  private void tell(FakeMessage message) {
    tell(message, event(message));
  }

  private void tell(FakeMessage message, ObjectNode event) {
    if (!message.isEphemeral() && channel.botIn()) {
      String kind = channel.kind.scopes;
      channel.workspace.tells("message." + kind, event);
    }
  }
}
