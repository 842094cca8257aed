package studycoach.platform.discord.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A role of a guild that everyone may mention. */
public record FakeRole(String id, String name) {

  /** As it stands in a text. */
  public String mention() {
    return "<@&" + id + ">";
  }

  ObjectNode json(long permissions) {
    var role = Json.object().put("id", id).put("name", name).put("position", 0);
    role.put("permissions", Long.toString(permissions)).put("managed", false);
    role.put("hoist", false).put("mentionable", true).put("color", 0).put("flags", 0);
    role.withObject("/colors").put("primary_color", 0);
    return role;
  }
}
