package studycoach.platform.slack.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneId;

/** What a workspace knows of a person. */
final class Profile {
  String displayName;
  String realName;
  ZoneId zone = ZoneId.of("Europe/Berlin");
  boolean admin;
  boolean owner;

  Profile(String name) {
    displayName = name;
    realName = name;
  }

  String shownAs() {
    return displayName.isEmpty() ? realName : displayName;
  }

  ObjectNode json(FakePerson person) {
    String team = person.workspace.teamId();
    var json = Json.object().put("id", person.id()).put("team_id", team);
    json.put("name", person.name()).put("deleted", false).put("real_name", realName);
    int offset =
        zone.getRules().getOffset(person.workspace.slack.clock.instant()).getTotalSeconds();
    json.put("tz", zone.getId()).put("tz_label", zone.getId()).put("tz_offset", offset);
    json.putObject("profile")
        .put("real_name", realName)
        .put("real_name_normalized", realName)
        .put("display_name", displayName)
        .put("display_name_normalized", displayName)
        .put("team", team);
    json.put("is_admin", admin || owner).put("is_owner", owner).put("is_primary_owner", false);
    json.put("is_restricted", false).put("is_ultra_restricted", false).put("is_bot", false);
    return json.put("is_app_user", false).put("updated", 0).put("is_email_confirmed", true);
  }
}
