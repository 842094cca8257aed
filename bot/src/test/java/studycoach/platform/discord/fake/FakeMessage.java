package studycoach.platform.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** A message that stands in a channel, for all there or for one person only. */
public final class FakeMessage {
  private static final int THINKING = 1 << 7;
  private static final List<String> TAKEN = List.of("content", "embeds", "components", "flags");

  final FakeChannel channel;
  final @Nullable FakePerson onlyFor;
  private final ObjectNode json;
  private final Set<String> pings = new HashSet<>();

  FakeMessage(FakeChannel channel, @Nullable FakePerson onlyFor, ObjectNode author) {
    FakeDiscord discord = channel.discord;
    this.channel = channel;
    this.onlyFor = onlyFor;
    json = Json.object().put("id", discord.ids.next()).put("channel_id", channel.id());
    json.put("type", 0).put("content", "").put("timestamp", discord.now());
    json.put("tts", false).put("pinned", false).put("mention_everyone", false);
    json.put("flags", 0).putNull("edited_timestamp").set("author", author);
    for (String empty :
        List.of("mentions", "mention_roles", "attachments", "embeds", "components")) {
      json.putArray(empty);
    }
  }

  public String id() {
    return json.path("id").asText();
  }

  /** As Discord would send it now. */
  public ObjectNode json() {
    synchronized (channel.discord) {
      ObjectNode now = json.deepCopy();
      channel.thread(id()).ifPresent(thread -> now.set("thread", thread.json()));
      return now;
    }
  }

  public boolean isEphemeral() {
    return onlyFor != null;
  }

  /** Whether only this person sees it. */
  public boolean isOnlyFor(FakePerson person) {
    return onlyFor == person;
  }

  /** Whether the bot has promised an answer and not given it yet. */
  public boolean isThinking() {
    synchronized (channel.discord) {
      return (json.path("flags").asInt() & THINKING) != 0;
    }
  }

  /** Content, embeds, files and the labels of components, a line each. */
  public String text() {
    var lines = new StringJoiner("\n").setEmptyValue("");
    JsonNode now = json();
    add(lines, (now.path("flags").asInt() & THINKING) == 0 ? "" : "(is thinking)");
    add(lines, now.path("content").asText());
    now.path("embeds").forEach(embed -> embed(lines, embed));
    now.path("attachments").forEach(file -> add(lines, file(file)));
    Json.components(now).forEach(component -> add(lines, label(component)));
    return lines.toString();
  }

  void thinking(boolean thinks) {
    int flags = json.path("flags").asInt();
    json.put("flags", thinks ? flags | THINKING : flags & ~THINKING);
  }

  void mark(String key, JsonNode value) {
    json.set(key, value);
  }

  /** Whom it called when it was new: people and roles by id, everyone by that name. */
  public Set<String> pings() {
    synchronized (channel.discord) {
      return Set.copyOf(pings);
    }
  }

  /** Takes over what a request says; what it doesn't name stays. */
  void take(JsonNode request, List<Upload> files) {
    if (json.path("edited_timestamp").isNull() && !isEphemeral()) {
      pings.addAll(Pings.of(request));
    }
    for (String key : TAKEN) {
      if (request.hasNonNull(key)) {
        json.set(key, request.get(key).deepCopy());
      } else if (request.has(key)) {
        json.set(key, key.equals("content") ? TextNode.valueOf("") : Json.array());
      }
    }
    if (isEphemeral()) { // no edit makes it public
      json.put("flags", json.path("flags").asInt() | MessageLimits.EPHEMERAL);
    }
    json.path("embeds").forEach(embed -> ((ObjectNode) embed).put("type", "rich"));
    int number = 1;
    for (JsonNode component : Json.components(json)) {
      ((ObjectNode) component).put("id", number++);
    }
    attach(request, files);
  }

  void edited() {
    json.put("edited_timestamp", channel.discord.now());
  }

  private void attach(JsonNode request, List<Upload> files) {
    if (request.has("attachments")) {
      List<String> kept =
          Json.each(request.path("attachments")).map(file -> file.path("id").asText()).toList();
      json.withArray("/attachments").removeIf(file -> !kept.contains(file.path("id").asText()));
    }
    for (Upload file : files) {
      String url = "https://cdn.invalid/" + file.name();
      json.withArray("/attachments")
          .addObject()
          .put("id", channel.discord.ids.next())
          .put("filename", file.name())
          .put("description", description(request, file))
          .put("size", file.bytes().length())
          .put("url", url)
          .put("proxy_url", url);
    }
  }

  private static String description(JsonNode request, Upload file) {
    return Json.each(request.path("attachments"))
        .filter(told -> told.path("id").asText().equals(file.id()))
        .map(told -> told.path("description").asText())
        .findFirst()
        .orElse("");
  }

  /** Ids of its files. */
  List<String> files() {
    return Json.each(json.path("attachments")).map(file -> file.path("id").asText()).toList();
  }

  private static void embed(StringJoiner lines, JsonNode embed) {
    add(lines, embed.path("author").path("name").asText());
    add(lines, embed.path("title").asText());
    add(lines, embed.path("description").asText());
    for (JsonNode field : embed.path("fields")) {
      add(lines, field.path("name").asText() + ": " + field.path("value").asText());
    }
    add(lines, embed.path("footer").path("text").asText());
  }

  private static String file(JsonNode file) {
    return "<" + file.path("filename").asText() + ": " + file.path("description").asText() + ">";
  }

  private static String label(JsonNode component) {
    return switch (component.path("type").asInt()) {
      case 2 -> "[" + component.path("label").asText() + "]";
      case 3 ->
          component.path("placeholder").asText()
              + " {"
              + String.join(
                  " | ",
                  Json.each(component.path("options")).map(o -> o.path("label").asText()).toList())
              + "}";
      case 10 -> component.path("content").asText();
      default -> "";
    };
  }

  private static void add(StringJoiner lines, String line) {
    if (!line.isEmpty()) {
      lines.add(line);
    }
  }
}
