package studycoach.platform.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/**
 * A request to the REST interface.
 *
 * @param path after {@code /api/v10/}, e.g. {@code channels/1/messages}
 * @param files what was uploaded with it
 */
public record Request(
    String method, String path, Map<String, String> query, JsonNode body, List<Upload> files) {
  /** The part of the path at a position, counted from 0. */
  public String part(int position) {
    return path.split("/", -1)[position];
  }

  int number(String key, int otherwise) {
    return Integer.parseInt(query.getOrDefault(key, Integer.toString(otherwise)));
  }
}
