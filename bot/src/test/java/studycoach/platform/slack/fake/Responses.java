package studycoach.platform.slack.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/** Messages that answer an interaction, by its response_url or its acknowledgement. */
record Responses(FakeSlack slack, FakeInteraction interaction) {
  private static final Set<String> KEYS =
      Set.of(
          "text",
          "blocks",
          "attachments",
          "response_type",
          "replace_original",
          "delete_original",
          "thread_ts",
          "unfurl_links",
          "unfurl_media",
          "link_names",
          "parse",
          "mrkdwn",
          "metadata");

  /** Takes it, or throws what Slack would say. */
  void take(JsonNode sent) {
    sent.fieldNames()
        .forEachRemaining(
            key -> {
              if (!KEYS.contains(key)) {
                slack.violated("response_url does not know " + key);
              }
            });
    if (interaction.channel == null) {
      throw new SlackError("channel_not_found");
    }
    ObjectNode content = Json.object().setAll((ObjectNode) sent.deepCopy());
    if (interaction.source instanceof FakeMessage source) {
      boolean replaces = Call.truth(sent.path("replace_original"));
      if (Call.truth(sent.path("delete_original"))) {
        source.channel.remove(source);
        return;
      }
      if (replaces) {
        MessageMethods.check(slack, "response_url", content, MessageMethods.POST_LENGTH);
        replace(source, content);
        return;
      }
    }
    MessageMethods.check(slack, "response_url", content, MessageMethods.POST_LENGTH);
    boolean shared = sent.path("response_type").asText().equals("in_channel");
    var conversation = new Conversation(interaction.channel);
    interaction.add(conversation.posted(content, shared ? null : interaction.person));
  }

  /** Nothing of the original stays. */
  private void replace(FakeMessage source, ObjectNode content) {
    if (!content.has("blocks")) {
      content.putArray("blocks");
    }
    if (source.channel.all().contains(source)) {
      if (source.isEphemeral()) {
        source.take(content);
      } else {
        new Conversation(source.channel).changed(source, content);
      }
      interaction.add(source);
    }
  }
}
