package studycoach.platform.discord.fake;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Requests and answers as HTTP has them. */
final class Exchanges {
  private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)");
  private static final Pattern NAME = Pattern.compile("[; ]name=\"([^\"]*)\"");
  private static final Pattern FILE = Pattern.compile("filename=\"([^\"]*)\"");

  private static final String END = "\r\n";

  private Exchanges() {}

  static Request read(HttpExchange exchange, String prefix) throws IOException {
    byte[] bytes = exchange.getRequestBody().readAllBytes();
    String path = exchange.getRequestURI().getPath();
    String inner = path.startsWith(prefix) ? path.substring(prefix.length()) : path;
    String type =
        Optional.ofNullable(exchange.getRequestHeaders().getFirst("Content-Type")).orElse("");
    Map<String, String> query = query(exchange.getRequestURI().getRawQuery());
    Matcher boundary = BOUNDARY.matcher(type);
    if (!boundary.find()) {
      String text = new String(bytes, StandardCharsets.UTF_8);
      return new Request(exchange.getRequestMethod(), inner, query, Json.parse(text), List.of());
    }
    // Latin-1 keeps every byte of a file as one character.
    String parts = new String(bytes, StandardCharsets.ISO_8859_1);
    return multipart(exchange.getRequestMethod(), inner, query, parts, boundary.group(1));
  }

  private static Request multipart(
      String method, String path, Map<String, String> query, String parts, String boundary) {
    var files = new ArrayList<Upload>();
    String json = "";
    for (String part : parts.split(Pattern.quote("--" + boundary), -1)) {
      String head = part.split("\r\n\r\n", 2)[0];
      Matcher file = FILE.matcher(head);
      Matcher name = NAME.matcher(head);
      if (file.find()) {
        String content = part.split("\r\n\r\n", 2)[1];
        files.add(
            new Upload(
                name.find() ? name.group(1) : "",
                utf8(file.group(1)),
                content.substring(0, content.length() - END.length())));
      } else if (name.find() && name.group(1).equals("payload_json")) {
        json = utf8(part.split("\r\n\r\n", 2)[1]);
      }
    }
    return new Request(method, path, query, Json.parse(json), List.copyOf(files));
  }

  private static String utf8(String bytes) {
    return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  private static Map<String, String> query(@org.jspecify.annotations.Nullable String raw) {
    var query = new HashMap<String, String>();
    for (String pair : raw == null ? new String[0] : raw.split("&", -1)) {
      String[] sides = pair.split("=", 2);
      query.put(sides[0], URLDecoder.decode(sides[sides.length - 1], StandardCharsets.UTF_8));
    }
    return query;
  }

  /** The header via tells a client that Discord itself answered, not what guards it. */
  static void write(HttpExchange exchange, Answer answer) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.getResponseHeaders().set("Via", "1.1 google");
    answer.headers().forEach(exchange.getResponseHeaders()::set);
    byte[] bytes = answer.bytes();
    exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
