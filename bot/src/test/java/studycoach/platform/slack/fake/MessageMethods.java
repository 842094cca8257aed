package studycoach.platform.slack.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Methods that write messages. */
final class MessageMethods {
  static final int POST_LENGTH = 40_000;
  private static final int UPDATE_LENGTH = 4_000;
  private static final String CONTENT =
      "channel text blocks attachments link_names markdown_text parse ";

  static final List<ApiMethod> ALL =
      List.of(
          ApiMethod.of(
              "chat.postMessage",
              ApiMethod.ANY,
              CONTENT
                  + "icon_emoji icon_url metadata mrkdwn reply_broadcast thread_ts unfurl_links"
                  + " unfurl_media username",
              MessageMethods::post),
          ApiMethod.of(
              "chat.update",
              ApiMethod.TIER_3,
              CONTENT + "ts file_ids metadata reply_broadcast unfurl_links unfurl_media",
              MessageMethods::update),
          ApiMethod.of(
              "chat.postEphemeral",
              ApiMethod.TIER_4,
              CONTENT + "user icon_emoji icon_url thread_ts username",
              MessageMethods::postEphemeral),
          ApiMethod.of("chat.delete", ApiMethod.TIER_3, "channel ts", MessageMethods::delete),
          ApiMethod.of(
              "chat.getPermalink", ApiMethod.ANY, "channel message_ts", MessageMethods::permalink));

  private MessageMethods() {}

  private static ObjectNode post(Call call) {
    call.needs("chat:write");
    FakeChannel channel = place(call);
    writable(channel, call.workspace().app.may("chat:write.public"));
    check(call.slack(), "chat.postMessage", call.arguments(), POST_LENGTH);
    if (call.has("thread_ts")) {
      threaded(call, channel);
    }
    FakeMessage message = new Conversation(channel).posted(call.arguments(), null);
    return said(message);
  }

  private static void threaded(Call call, FakeChannel channel) {
    FakeMessage parent =
        channel.find(call.text("thread_ts")).orElseThrow(() -> new SlackError("thread_not_found"));
    if (parent.json().has("parent_user_id")) {
      call.slack().violated("chat.postMessage: thread_ts is a reply's, not its parent's");
    }
  }

  private static ObjectNode said(FakeMessage message) {
    var ok = Call.ok().put("channel", message.channel.id()).put("ts", message.ts());
    ObjectNode json = message.json();
    if (!message.metadata().isEmpty()) {
      json.set("metadata", message.metadata());
    }
    return ok.set("message", json);
  }

  /** A person's id stands for their direct messages. */
  private static FakeChannel place(Call call) {
    String id = call.text("channel");
    if (id.equals(call.workspace().botUserId())) {
      throw new SlackError("cannot_dm_bot");
    }
    return id.startsWith("U")
        ? call.workspace()
            .personById(id)
            .map(FakePerson::direct)
            .orElseThrow(() -> new SlackError("channel_not_found"))
        : call.channel();
  }

  private static void writable(FakeChannel channel, boolean anywhere) {
    if (channel.archived()) {
      throw new SlackError("is_archived");
    }
    if (!channel.botIn() && !anywhere) {
      throw new SlackError("not_in_channel");
    }
  }

  private static ObjectNode update(Call call) {
    call.needs("chat:write");
    FakeMessage message = own(call, "cant_update_message");
    if (message.channel.archived()) {
      throw new SlackError("is_archived");
    }
    ObjectNode merged = call.arguments();
    check(call.slack(), "chat.update", merged, UPDATE_LENGTH);
    new Conversation(message.channel).changed(message, merged);
    var ok = Call.ok().put("channel", message.channel.id()).put("ts", message.ts());
    ok.put("text", message.json().path("text").asText());
    return ok.set("message", message.json());
  }

  private static FakeMessage own(Call call, String otherwise) {
    FakeMessage message =
        call.channel().find(call.text("ts")).orElseThrow(() -> new SlackError("message_not_found"));
    if (!message.userId().equals(call.workspace().botUserId())) {
      throw new SlackError(otherwise);
    }
    return message;
  }

  private static ObjectNode postEphemeral(Call call) {
    call.needs("chat:write");
    FakeChannel channel = call.channel();
    writable(channel, call.workspace().app.may("chat:write.public"));
    FakePerson person =
        call.workspace()
            .personById(call.text("user"))
            .filter(channel::has)
            .orElseThrow(() -> new SlackError("user_not_in_channel"));
    check(call.slack(), "chat.postEphemeral", call.arguments(), POST_LENGTH);
    FakeMessage message = new Conversation(channel).posted(call.arguments(), person);
    return Call.ok().put("message_ts", message.ts());
  }

  private static ObjectNode delete(Call call) {
    call.needs("chat:write");
    FakeMessage message = own(call, "cant_delete_message");
    new Conversation(message.channel).deleted(message);
    return Call.ok().put("channel", message.channel.id()).put("ts", message.ts());
  }

  private static ObjectNode permalink(Call call) {
    FakeChannel channel = call.channel();
    String ts = call.text("message_ts");
    if (channel.find(ts).isEmpty()) {
      throw new SlackError("message_not_found");
    }
    String url = "https://" + call.workspace().domain() + ".slack.com/archives/" + channel.id();
    return Call.ok()
        .put("channel", channel.id())
        .put("permalink", url + "/p" + ts.replace(".", ""));
  }

  /** Throws what Slack would say to a message, and keeps it as a violation. */
  static void check(FakeSlack slack, String what, JsonNode content, int longest) {
    String error = "";
    var problems = new Problems();
    new MessageLimits(problems).message(content);
    String markdown = content.path("markdown_text").asText();
    boolean words = content.path("text").asText().length() + markdown.length() > 0;
    if (content.path("text").asText().length() > longest || markdown.length() > 12_000) {
      error = "msg_too_long";
    } else if (!problems.none()) {
      error = "invalid_blocks";
    } else if (!words && content.path("blocks").isEmpty()) {
      error = "no_text";
    }
    if (!error.isEmpty()) {
      slack.violated(what + ": " + error + " " + problems);
      throw SlackError.withMessages(error, problems.messages());
    }
    if (!words) {
      slack.violated(what + ": blocks without a text for notifications and screen readers");
    }
  }
}
