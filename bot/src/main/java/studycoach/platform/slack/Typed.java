package studycoach.platform.slack;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import studycoach.chat.Incoming;
import studycoach.chat.Origin;
import studycoach.chat.RoleRef;
import studycoach.chat.UserRef;

/** A text as Slack hands it in, with {@code <…>} for what it names. */
final class Typed {
  private static final Pattern NAMED = Pattern.compile("<([^<>|]*)(?:\\|([^<>]*))?>");
  private static final Pattern GROUP = Pattern.compile("!subteam\\^(S[A-Z0-9]+)");
  private static final Pattern PERSON = Pattern.compile("@([UW][A-Z0-9]+)");
  private static final Pattern EVERYBODY = Pattern.compile("!(everyone|here|channel)");
  private static final Pattern CHANNEL = Pattern.compile("#([A-Z0-9]+)");

  private final String workspace;
  private final Map<String, UserRef> people = new HashMap<>();
  private final Map<String, RoleRef> roles = new HashMap<>();

  private Typed(String workspace) {
    this.workspace = workspace;
  }

  static Incoming.Typed of(Workspace workspace, Origin origin, String text) {
    Typed typed = new Typed(workspace.id());
    String line =
        NAMED.matcher(text).replaceAll(name -> Matcher.quoteReplacement(typed.word(name)));
    return new Incoming.Typed(origin, unescaped(line), typed.people, typed.roles);
  }

  private static String unescaped(String text) {
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
  }

  private String word(MatchResult name) {
    String what = name.group(1);
    Optional<String> label = Optional.ofNullable(name.group(2));
    Matcher person = PERSON.matcher(what);
    if (person.matches()) {
      String word = "@" + person.group(1);
      people.put(word, SlackDecoder.account(workspace, person.group(1)));
      return word;
    }
    Matcher group = GROUP.matcher(what);
    if (group.matches()) {
      return role(group.group(1), label.orElse("").replaceFirst("^@", ""));
    }
    Matcher everybody = EVERYBODY.matcher(what);
    if (everybody.matches()) {
      return role(everybody.group(1), everybody.group(1));
    }
    Matcher channel = CHANNEL.matcher(what);
    return channel.matches() ? "#" + channel.group(1) : label.orElse(what);
  }

  /** A group of people; also that of everybody, so that its use is told to be wrong. */
  private String role(String id, String name) {
    roles.put("@" + id, new RoleRef(SlackDecoder.PLATFORM, workspace, id, name));
    return "@" + id;
  }
}
