package studycoach.platform.slack.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A message that stands in a channel, for all there or for one person only. */
public final class FakeMessage implements FakeSurface {
  final FakeChannel channel;
  final @Nullable FakePerson onlyFor;
  private final ObjectNode json;
  private final Choices choices = new Choices();
  private final Set<String> pings;
  private JsonNode metadata = Json.object();

  FakeMessage(
      FakeChannel channel, ObjectNode author, JsonNode content, @Nullable FakePerson onlyFor) {
    this.channel = channel;
    this.onlyFor = onlyFor;
    json = Json.object().put("type", "message").put("ts", channel.workspace.slack.ids.ts());
    json.put("team", channel.workspace.teamId()).setAll(author);
    take(content);
    String thread = content.path("thread_ts").asText();
    if (!thread.isEmpty()) {
      json.put("thread_ts", thread);
      channel.find(thread).ifPresent(to -> json.put("parent_user_id", to.userId()));
      if (Call.truth(content.path("reply_broadcast"))) {
        json.put("subtype", "thread_broadcast");
      }
    }
    pings = onlyFor == null ? Pings.of(content) : Set.of();
  }

  /** Its id, unique in the channel. */
  public String ts() {
    return json.path("ts").asText();
  }

  public FakeChannel channel() {
    return channel;
  }

  @Override
  public ObjectNode json() {
    synchronized (channel.workspace.slack) {
      ObjectNode now = json.deepCopy();
      List<FakeMessage> replies = channel.thread(this);
      if (!replies.isEmpty()) {
        now.put("thread_ts", ts()).put("reply_count", replies.size());
        now.put("latest_reply", replies.get(replies.size() - 1).ts());
      }
      return now;
    }
  }

  /** What was given as {@code metadata}; empty if nothing. */
  public JsonNode metadata() {
    synchronized (channel.workspace.slack) {
      return metadata;
    }
  }

  /** The visible words of its blocks, or of its text if it has none. */
  @Override
  public String text() {
    synchronized (channel.workspace.slack) {
      var words = new Words(channel.workspace);
      String shown =
          json.path("blocks").isEmpty()
              ? words.mrkdwn(json.path("text").asText())
              : new Seen(words).blocks(json.path("blocks"));
      return (shown + files()).strip();
    }
  }

  private String files() {
    return Json.each(json.path("files"))
        .map(
            file ->
                "\n<" + file.path("title").asText() + ": " + file.path("alt_txt").asText() + ">")
        .collect(Collectors.joining());
  }

  /** What a notification would show: the text that stands in for blocks. */
  public String fallback() {
    synchronized (channel.workspace.slack) {
      return new Words(channel.workspace).mrkdwn(json.path("text").asText());
    }
  }

  public boolean isEphemeral() {
    return onlyFor != null;
  }

  /** Whether only this person sees it. */
  public boolean isOnlyFor(FakePerson person) {
    return onlyFor == person;
  }

  /**
   * Whom it notified when it was new: ids of people and user groups, {@code channel}, {@code here},
   * {@code everyone}.
   */
  public Set<String> pings() {
    return pings;
  }

  @Override
  public Choices choices() {
    return choices;
  }

  String userId() {
    return json.path("user").asText();
  }

  boolean repliesTo(String parent) {
    return json.path("thread_ts").asText().equals(parent) && !ts().equals(parent);
  }

  boolean inChannel() {
    return !json.has("thread_ts") || json.path("subtype").asText().equals("thread_broadcast");
  }

  /** Takes over what a request says; what it doesn't name stays, an empty list of blocks goes. */
  void take(JsonNode content) {
    if (content.has("text") || !json.has("text")) {
      json.put("text", content.path("text").asText());
    }
    if (!content.path("blocks").isEmpty()) {
      json.set("blocks", new Kept(channel.workspace.slack.ids).blocks(content.path("blocks")));
    } else if (content.has("blocks")) {
      json.remove("blocks");
    }
    if (content.has("markdown_text")) {
      json.put("text", content.path("markdown_text").asText());
    }
    if (content.has("files")) {
      json.put("subtype", "file_share").set("files", content.path("files").deepCopy());
    }
    if (content.has("metadata")) {
      metadata = content.path("metadata").deepCopy();
    }
  }

  void edited() {
    json.putObject("edited").put("user", userId()).put("ts", channel.workspace.slack.ids.ts());
  }
}
