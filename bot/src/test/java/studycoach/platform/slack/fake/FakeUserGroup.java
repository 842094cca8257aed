package studycoach.platform.slack.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Some people whom others mention together. */
public record FakeUserGroup(String id, String handle) {
  ObjectNode json(String teamId) {
    var json = Json.object().put("id", id).put("team_id", teamId).put("is_usergroup", true);
    return json.put("name", handle).put("handle", handle).put("date_delete", 0);
  }
}
