package studycoach.platform.slack.fake;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text as people read it: mrkdwn without its marks, entities with their names. */
record Words(FakeWorkspace workspace) {
  private static final Pattern ENTITY = Pattern.compile("<([^<>|]+)(?:\\|([^<>]*))?>");
  private static final Pattern CODE = Pattern.compile("(?s)```(.+?)```|`([^`\n]+)`");
  private static final Pattern MARK =
      Pattern.compile("(?<![\\w*_~])([*_~])(?=\\S)([^\\n]*?\\S)\\1(?![\\w*_~])");

  String mrkdwn(String text) {
    var shown = new StringBuilder();
    Matcher code = CODE.matcher(text);
    int from = 0;
    while (code.find()) {
      shown.append(formatted(text.substring(from, code.start())));
      shown.append(entities(code.group(1) == null ? code.group(2) : code.group(1)));
      from = code.end();
    }
    return shown.append(formatted(text.substring(from))).toString();
  }

  private String formatted(String text) {
    String plain = text;
    for (int depth = 0; depth < 3; depth++) {
      plain = MARK.matcher(plain).replaceAll("$2");
    }
    return entities(plain);
  }

  private String entities(String text) {
    String named = ENTITY.matcher(text).replaceAll(hit -> Matcher.quoteReplacement(entity(hit)));
    return unescape(named);
  }

  private String entity(MatchResult hit) {
    String what = hit.group(1);
    String label = hit.group(2) == null ? "" : hit.group(2);
    if (what.startsWith("@")) {
      return person(what.substring(1));
    }
    if (what.startsWith("#")) {
      return channel(what.substring(1));
    }
    if (what.startsWith("!subteam^")) {
      return userGroup(what.substring("!subteam^".length()));
    }
    if (what.startsWith("!date^")) {
      return label;
    }
    return what.startsWith("!") ? "@" + what.substring(1) : label.isEmpty() ? what : label;
  }

  String person(String id) {
    String bot = id.equals(workspace.botUserId()) ? workspace.app.name() : "unknown " + id;
    return "@" + workspace.personById(id).map(FakePerson::shownAs).orElse(bot);
  }

  String channel(String id) {
    return "#" + workspace.channelById(id).map(FakeChannel::name).orElse("unknown " + id);
  }

  String userGroup(String id) {
    return "@"
        + workspace.groups().stream()
            .filter(group -> group.id().equals(id))
            .map(FakeUserGroup::handle)
            .findFirst()
            .orElse("unknown " + id);
  }

  private static String unescape(String text) {
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
  }
}
