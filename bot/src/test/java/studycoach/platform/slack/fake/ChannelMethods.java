package studycoach.platform.slack.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Methods that look at channels. */
final class ChannelMethods {
  private static final String HISTORY =
      "channel cursor include_all_metadata inclusive latest limit oldest";

  static final List<ApiMethod> ALL =
      List.of(
          ApiMethod.of(
              "conversations.info",
              ApiMethod.TIER_3,
              "channel include_locale include_num_members",
              ChannelMethods::info),
          ApiMethod.of(
              "conversations.open",
              ApiMethod.TIER_3,
              "channel users return_im prevent_creation",
              ChannelMethods::open),
          ApiMethod.of("conversations.history", ApiMethod.TIER_3, HISTORY, ChannelMethods::history),
          ApiMethod.of(
              "conversations.replies", ApiMethod.TIER_3, HISTORY + " ts", ChannelMethods::replies),
          ApiMethod.of(
              "conversations.members",
              ApiMethod.TIER_4,
              "channel cursor limit",
              ChannelMethods::members),
          ApiMethod.of(
              "users.conversations",
              ApiMethod.TIER_3,
              "cursor exclude_archived limit team_id types user",
              ChannelMethods::mine));

  private ChannelMethods() {}

  private static FakeChannel readable(Call call) {
    FakeChannel channel = call.channel();
    call.needs(channel.kind.scopes + ":read");
    return channel;
  }

  private static ObjectNode info(Call call) {
    FakeChannel channel = readable(call);
    ObjectNode json = channel.json();
    if (call.flag("include_num_members")) {
      json.put("num_members", channel.members().size() + (channel.botIn() ? 1 : 0));
    }
    return Call.ok().set("channel", json);
  }

  private static ObjectNode open(Call call) {
    call.needs("im:write");
    if (call.text("users").equals(call.workspace().botUserId())) {
      throw new SlackError("cannot_dm_bot");
    }
    FakeChannel channel = call.has("channel") ? call.channel() : call.person("users").direct();
    var ok = Call.ok().put("no_op", true).put("already_open", true);
    return call.flag("return_im")
        ? ok.set("channel", channel.json())
        : ok.set("channel", Json.object().put("id", channel.id()));
  }

  private static FakeChannel remembered(Call call) {
    FakeChannel channel = call.channel();
    call.needs(channel.kind.scopes + ":history");
    if (!channel.botIn()) {
      throw new SlackError("not_in_channel");
    }
    return channel;
  }

  /** Newest first. */
  private static ObjectNode history(Call call) {
    List<FakeMessage> found =
        new ArrayList<>(
            remembered(call).messages().stream().filter(message -> within(call, message)).toList());
    Collections.reverse(found);
    return page(call, found);
  }

  /** The message itself, then its replies, oldest first. */
  private static ObjectNode replies(Call call) {
    FakeChannel channel = remembered(call);
    FakeMessage parent =
        channel.find(call.text("ts")).orElseThrow(() -> new SlackError("thread_not_found"));
    var found = new ArrayList<FakeMessage>();
    found.add(parent);
    channel.thread(parent).stream().filter(message -> within(call, message)).forEach(found::add);
    return page(call, found);
  }

  private static boolean within(Call call, FakeMessage message) {
    var ts = new BigDecimal(message.ts());
    int toOldest = call.has("oldest") ? ts.compareTo(new BigDecimal(call.text("oldest"))) : 1;
    int toLatest = call.has("latest") ? ts.compareTo(new BigDecimal(call.text("latest"))) : -1;
    boolean edge = call.flag("inclusive");
    return !message.isEphemeral()
        && (toOldest > 0 || (edge && toOldest == 0))
        && (toLatest < 0 || (edge && toLatest == 0));
  }

  private static ObjectNode page(Call call, List<FakeMessage> found) {
    int from = call.number("cursor", 0);
    int to = Math.min(found.size(), from + Math.min(1000, call.number("limit", 100)));
    var ok = Call.ok().put("has_more", to < found.size()).put("pin_count", 0);
    ok.putArray("messages");
    for (FakeMessage message : found.subList(Math.min(from, to), to)) {
      ObjectNode json = message.json();
      if (call.flag("include_all_metadata") && !message.metadata().isEmpty()) {
        json.set("metadata", message.metadata());
      }
      ok.withArrayProperty("messages").add(json);
    }
    ok.putObject("response_metadata").put("next_cursor", to < found.size() ? "" + to : "");
    return ok;
  }

  private static ObjectNode members(Call call) {
    FakeChannel channel = readable(call);
    var ok = Call.ok();
    var members = ok.putArray("members");
    channel.members().forEach(person -> members.add(person.id()));
    if (channel.botIn()) {
      members.add(call.workspace().botUserId());
    }
    ok.putObject("response_metadata").put("next_cursor", "");
    return ok;
  }

  /** The channels that the bot is in, by their kinds. */
  private static ObjectNode mine(Call call) {
    String types = call.has("types") ? call.text("types") : "public_channel";
    var ok = Call.ok();
    var channels = ok.putArray("channels");
    for (FakeChannel channel : call.workspace().channels()) {
      String type =
          switch (channel.kind) {
            case PUBLIC -> "public_channel";
            case PRIVATE -> "private_channel";
            case DIRECT -> "im";
          };
      boolean wanted = List.of(types.split(",", -1)).contains(type);
      if (wanted) {
        call.needs(channel.kind.scopes + ":read");
      }
      if (wanted && channel.botIn() && !(channel.archived() && call.flag("exclude_archived"))) {
        channels.add(channel.json());
      }
    }
    ok.putObject("response_metadata").put("next_cursor", "");
    return ok;
  }
}
