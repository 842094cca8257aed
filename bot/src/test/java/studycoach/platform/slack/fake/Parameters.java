package studycoach.platform.slack.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Fields;
import org.eclipse.jetty.util.UrlEncoded;

/** What a request asks with, whether form or JSON. */
final class Parameters {
  private static final List<String> JSON =
      List.of("blocks", "attachments", "metadata", "view", "files");

  private Parameters() {}

  static ObjectNode read(Request request, String body) {
    String type = String.valueOf(request.getHeaders().get(HttpHeader.CONTENT_TYPE));
    var sent = Json.object();
    add(sent, Request.extractQueryParameters(request));
    if (type.startsWith("application/json")) {
      if (Json.parse(body) instanceof ObjectNode object) {
        sent.setAll(object);
      }
    } else {
      var form = new Fields();
      UrlEncoded.decodeTo(body, form::add, java.nio.charset.StandardCharsets.UTF_8);
      add(sent, form);
    }
    for (String key : JSON) {
      JsonNode value = sent.path(key);
      if (value.isTextual()) {
        sent.set(key, parsed(value.asText()));
      }
    }
    return sent;
  }

  /** What is not JSON stays a text, which no rule takes. */
  private static JsonNode parsed(String text) {
    try {
      return Json.parse(text);
    } catch (SlackError e) {
      return Json.object().textNode(text);
    }
  }

  private static void add(ObjectNode sent, Fields fields) {
    for (Fields.Field field : fields) {
      sent.put(field.getName(), field.getValue());
    }
  }

  /** Takes the token out. */
  static String token(Request request, ObjectNode sent) {
    String header = request.getHeaders().get(HttpHeader.AUTHORIZATION);
    JsonNode argument = sent.remove("token");
    if (header != null && header.startsWith("Bearer ")) {
      return header.substring("Bearer ".length());
    }
    return argument == null ? "" : argument.asText();
  }
}
