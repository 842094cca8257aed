package studycoach.platform.slack.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Methods that look at the bot itself and at people. */
final class TeamMethods {
  static final List<ApiMethod> ALL =
      List.of(
          ApiMethod.of("auth.test", ApiMethod.ANY, "", TeamMethods::test),
          ApiMethod.of("bots.info", ApiMethod.TIER_3, "bot team_id", TeamMethods::bot),
          ApiMethod.of("users.info", ApiMethod.TIER_4, "user include_locale", TeamMethods::user),
          ApiMethod.of(
              "usergroups.list",
              ApiMethod.TIER_2,
              "include_count include_disabled include_users team_id",
              TeamMethods::groups));

  private TeamMethods() {}

  private static ObjectNode test(Call call) {
    FakeWorkspace workspace = call.workspace();
    var ok = Call.ok().put("url", "https://" + workspace.domain() + ".slack.com/");
    ok.put("team", workspace.name()).put("user", workspace.app.name());
    ok.put("team_id", workspace.teamId()).put("user_id", workspace.botUserId());
    return ok.put("bot_id", workspace.botId()).put("is_enterprise_install", false);
  }

  private static ObjectNode bot(Call call) {
    call.needs("users:read");
    FakeWorkspace workspace = call.workspace();
    if (!call.text("bot").equals(workspace.botId())) {
      throw new SlackError("bot_not_found");
    }
    var ok = Call.ok();
    ok.putObject("bot")
        .put("id", workspace.botId())
        .put("deleted", false)
        .put("name", workspace.app.name())
        .put("updated", 0)
        .put("app_id", workspace.app.id())
        .put("user_id", workspace.botUserId());
    return ok;
  }

  private static ObjectNode user(Call call) {
    call.needs("users:read");
    FakeWorkspace workspace = call.workspace();
    if (call.text("user").equals(workspace.botUserId())) {
      var bot = Json.object().put("id", workspace.botUserId()).put("is_bot", true);
      bot.put("team_id", workspace.teamId()).put("name", workspace.app.name());
      bot.put("real_name", workspace.app.name()).put("deleted", false);
      bot.putObject("profile")
          .put("real_name", workspace.app.name())
          .put("display_name", "")
          .put("bot_id", workspace.botId())
          .put("api_app_id", workspace.app.id());
      return Call.ok().set("user", bot);
    }
    return Call.ok().set("user", call.person("user").json());
  }

  private static ObjectNode groups(Call call) {
    call.needs("usergroups:read");
    var ok = Call.ok();
    var groups = ok.putArray("usergroups");
    call.workspace().groups().forEach(group -> groups.add(group.json(call.workspace().teamId())));
    return ok;
  }
}
