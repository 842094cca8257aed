package studycoach.platform.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;

/** What Discord takes as a message. */
final class MessageLimits {
  static final int EPHEMERAL = 1 << 6;
  static final int COMPONENTS_V2 = 1 << 15;
  private static final int SUPPRESSED = 1 << 2 | 1 << 12;

  private final Problems problems;
  private final ComponentLimits components;

  MessageLimits(Problems problems) {
    this.problems = problems;
    this.components = new ComponentLimits(problems);
  }

  /** A new message and what was uploaded with it. */
  void created(JsonNode message, List<Upload> files, boolean answer) {
    new FileLimits(problems).check(message, files, List.of());
    fresh(message, answer);
  }

  /** A new message by its body alone. */
  void fresh(JsonNode message, boolean answer) {
    body(message, answer);
    boolean something =
        Problems.length(message.path("content")) > 0
            || Stream.of("embeds", "components", "sticker_ids", "attachments")
                .anyMatch(key -> !message.path(key).isEmpty());
    problems.check(something, "content", "Cannot send an empty message");
    problems.check(length(message.path("nonce")) <= 25, "nonce", "Must be 25 or fewer in length.");
  }

  /**
   * A changed message and what was uploaded with the change.
   *
   * @param kept ids of the files that the message has already
   */
  void edited(JsonNode message, boolean answer, List<Upload> files, List<String> kept) {
    new FileLimits(problems).check(message, files, kept);
    body(message, answer);
  }

  /** A changed message by its body alone. */
  void body(JsonNode message, boolean answer) {
    problems.text(message, "", "content", 0, 2000);
    int flags = message.path("flags").asInt();
    int allowed = SUPPRESSED | COMPONENTS_V2 | (answer ? EPHEMERAL : 0);
    problems.check((flags & ~allowed) == 0, "flags", "Not allowed here: " + (flags & ~allowed));
    embeds(message);
    if ((flags & COMPONENTS_V2) != 0) {
      boolean alone = message.path("content").isEmpty() && message.path("embeds").isEmpty();
      problems.check(alone, "components", "Components V2 stand without content and embeds");
      components.second(message);
    } else {
      components.rows(message);
    }
  }

  private void embeds(JsonNode message) {
    problems.count(message, "", "embeds", 0, 10);
    int all = 0;
    for (int i = 0; i < message.path("embeds").size(); i++) {
      all += embed(message.path("embeds").get(i), "embeds." + i);
    }
    problems.check(all <= 6000, "embeds", "Embed size exceeds maximum size of 6000: " + all);
  }

  private int embed(JsonNode embed, String path) {
    problems.check(!embed.isEmpty(), path, "Must not be empty");
    problems.text(embed, path, "title", 0, 256);
    problems.text(embed, path, "description", 0, 4096);
    problems.text(embed.path("footer"), path + ".footer", "text", 0, 2048);
    problems.text(embed.path("author"), path + ".author", "name", 0, 256);
    problems.count(embed, path, "fields", 0, 25);
    int size =
        Stream.of("title", "description").mapToInt(key -> length(embed.path(key))).sum()
            + length(embed.path("footer").path("text"))
            + length(embed.path("author").path("name"));
    for (JsonNode field : embed.path("fields")) {
      problems.text(field, path + ".fields", "name", 1, 256);
      problems.text(field, path + ".fields", "value", 1, 1024);
      size += length(field.path("name")) + length(field.path("value"));
    }
    return size + imageUrls(embed, path);
  }

  private int imageUrls(JsonNode embed, String path) {
    for (String key : List.of("image", "thumbnail")) {
      String url = embed.path(key).path("url").asText();
      boolean known = url.isEmpty() || url.matches("(https?|attachment)://.+");
      problems.check(known, path + "." + key + ".url", "Not a well formed URL");
    }
    return 0;
  }

  private static int length(JsonNode text) {
    return Problems.length(text);
  }
}
