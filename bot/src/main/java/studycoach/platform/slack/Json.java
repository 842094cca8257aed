package studycoach.platform.slack;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.slack.api.util.json.GsonFactory;
import java.util.Map;

/** What the SDK's classes become on the wire. */
final class Json {
  private static final Gson GSON = GsonFactory.createSnakeCase();
  private static final String STYLE = "style";

  private Json() {}

  /** Without the styles that are off, since the SDK writes more of them than Slack documents. */
  static JsonElement of(Object drawn) {
    JsonElement json = GSON.toJsonTree(drawn);
    prune(json);
    return json;
  }

  private static void prune(JsonElement json) {
    if (json.isJsonArray()) {
      json.getAsJsonArray().forEach(Json::prune);
    } else if (json.isJsonObject()) {
      JsonObject object = json.getAsJsonObject();
      if (object.has(STYLE) && object.get(STYLE).isJsonObject()) {
        object.getAsJsonObject(STYLE).entrySet().removeIf(Json::isOff);
      }
      object.entrySet().stream().map(Map.Entry::getValue).forEach(Json::prune);
    }
  }

  private static boolean isOff(Map.Entry<String, JsonElement> style) {
    return style.getValue().equals(new JsonPrimitive(false));
  }
}
