package studycoach.platform.slack.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What Slack tells a bot of what people do. */
final class Payloads {
  private static final String TOKEN = "verification-token";

  private Payloads() {}

  static ObjectNode command(FakeInteraction of, String command, String text) {
    FakeWorkspace workspace = of.person.workspace;
    var payload = Json.object().put("token", TOKEN).put("team_id", workspace.teamId());
    payload.put("team_domain", workspace.domain());
    if (of.channel != null) {
      payload.put("channel_id", of.channel.id()).put("channel_name", shortName(of.channel));
    }
    payload.put("user_id", of.person.id()).put("user_name", of.person.name());
    payload.put("command", command).put("text", new Typed(workspace).inCommand(text));
    payload.put("api_app_id", workspace.app.id()).put("is_enterprise_install", "false");
    payload.put("response_url", of.responseUrl());
    return payload.put("trigger_id", of.triggerId());
  }

  private static String shortName(FakeChannel channel) {
    return switch (channel.kind) {
      case PUBLIC -> channel.name();
      case PRIVATE -> "privategroup";
      case DIRECT -> "directmessage";
    };
  }

  private static ObjectNode interactive(FakeInteraction of, String type) {
    FakeWorkspace workspace = of.person.workspace;
    var payload = Json.object().put("type", type);
    payload
        .putObject("user")
        .put("id", of.person.id())
        .put("username", of.person.name())
        .put("name", of.person.name())
        .put("team_id", workspace.teamId());
    payload.put("api_app_id", workspace.app.id()).put("token", TOKEN);
    payload.putObject("team").put("id", workspace.teamId()).put("domain", workspace.domain());
    return payload.putNull("enterprise").put("is_enterprise_install", false);
  }

  static ObjectNode action(FakeInteraction of, FakeSurface surface, ObjectNode action) {
    var payload = interactive(of, "block_actions").put("trigger_id", of.triggerId());
    if (surface instanceof FakeMessage message) {
      message(payload, of, message);
    } else if (surface instanceof FakeView view) {
      payload.putObject("container").put("type", "view").put("view_id", view.id());
      payload.set("view", view.json());
    }
    action.put("action_ts", of.person.workspace.slack.ids.ts());
    payload.putArray("actions").add(action);
    return payload;
  }

  /** The text of an ephemeral message is not sent back. */
  private static void message(ObjectNode payload, FakeInteraction of, FakeMessage message) {
    FakeChannel channel = message.channel;
    var container = payload.putObject("container").put("type", "message");
    container.put("message_ts", message.ts()).put("channel_id", channel.id());
    container.put("is_ephemeral", message.isEphemeral());
    payload.putObject("channel").put("id", channel.id()).put("name", shortName(channel));
    payload.put("response_url", of.responseUrl());
    ObjectNode json = message.json();
    payload.putObject("state").set("values", message.choices().values(of.person, json));
    if (json.has("thread_ts")) {
      container.put("thread_ts", json.path("thread_ts").asText());
    }
    if (!message.isEphemeral()) {
      payload.set("message", json);
    }
  }

  static ObjectNode submission(FakeInteraction of, FakeView view) {
    var payload = interactive(of, "view_submission").put("trigger_id", of.triggerId());
    payload.set("view", view.json());
    payload.putArray("response_urls");
    return payload;
  }

  static ObjectNode closing(FakeInteraction of, FakeView view) {
    var payload = interactive(of, "view_closed").put("is_cleared", false);
    payload.set("view", view.json());
    return payload;
  }

  static ObjectNode opened(FakePerson person, String tab) {
    var event = Json.object().put("type", "app_home_opened").put("user", person.id());
    event.put("channel", person.direct().id()).put("tab", tab);
    if (tab.equals("home")) {
      person.home().ifPresent(view -> event.set("view", view.json()));
    }
    return event;
  }

  private static ObjectNode begun(Control control) {
    var action = Json.object().put("type", control.type()).put("action_id", control.actionId());
    return action.put("block_id", control.blockId());
  }

  static ObjectNode pressed(Control button) {
    ObjectNode action = begun(button);
    for (String key : List.of("text", "value", "style", "url", "confirm")) {
      if (button.element().has(key)) {
        action.set(key, button.element().get(key).deepCopy());
      }
    }
    return action;
  }

  static ObjectNode chosen(Control control, ObjectNode held) {
    ObjectNode action = begun(control);
    if (control.element().has("placeholder")) {
      action.set("placeholder", control.element().get("placeholder").deepCopy());
    }
    return action.setAll(held.deepCopy());
  }

  static ObjectNode overflowed(Control control, List<String> options) {
    ObjectNode action = begun(control);
    action.set("selected_option", control.option(options.get(0)).deepCopy());
    return action;
  }
}
