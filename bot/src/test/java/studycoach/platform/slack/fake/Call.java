package studycoach.platform.slack.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** A call of a method with a workspace's token. */
record Call(FakeWorkspace workspace, ObjectNode arguments) {
  FakeSlack slack() {
    return workspace.slack;
  }

  String text(String key) {
    return arguments.path(key).asText();
  }

  boolean has(String key) {
    return !text(key).isEmpty() || arguments.path(key).size() > 0;
  }

  boolean flag(String key) {
    return truth(arguments.path(key));
  }

  int number(String key, int otherwise) {
    return has(key) ? arguments.path(key).asInt(otherwise) : otherwise;
  }

  /** True in JSON, or as the forms of Slack's SDK have it. */
  static boolean truth(JsonNode value) {
    return List.of("true", "1").contains(value.asText());
  }

  void needs(String scope) {
    if (!workspace.app.may(scope)) {
      throw SlackError.missingScope(scope, workspace.app.provided());
    }
  }

  /** The channel, as far as the bot may see it. */
  FakeChannel channel() {
    FakeChannel channel =
        workspace
            .channelById(text("channel"))
            .orElseThrow(() -> new SlackError("channel_not_found"));
    if (channel.isPrivate() && !channel.botIn()) {
      throw new SlackError("channel_not_found");
    }
    return channel;
  }

  FakePerson person(String key) {
    return workspace.personById(text(key)).orElseThrow(() -> new SlackError("user_not_found"));
  }

  static ObjectNode ok() {
    return Json.object().put("ok", true);
  }
}
