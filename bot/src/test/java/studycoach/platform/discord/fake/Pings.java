package studycoach.platform.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whom a message calls: whoever its content names, embeds not, and its allowed mentions allow. */
final class Pings {
  private static final Pattern MENTION = Pattern.compile("<@(&|!?)(\\d+)>|@(everyone|here)");

  private Pings() {}

  static Set<String> of(JsonNode request) {
    Set<String> pings = new HashSet<>();
    Matcher mention = MENTION.matcher(request.path("content").asText());
    while (mention.find()) {
      String everyone = mention.group(3);
      String kind =
          everyone != null ? "everyone" : mention.group(1).equals("&") ? "roles" : "users";
      String whom = everyone != null ? everyone : mention.group(2);
      if (allowed(request.path("allowed_mentions"), kind, whom)) {
        pings.add(whom);
      }
    }
    return pings;
  }

  private static boolean allowed(JsonNode allowed, String kind, String whom) {
    return allowed.isMissingNode()
        || Json.each(allowed.path("parse")).anyMatch(parsed -> parsed.asText().equals(kind))
        || Json.each(allowed.path(kind)).anyMatch(id -> id.asText().equals(whom));
  }
}
