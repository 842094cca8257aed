package studycoach.platform.slack.fake;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What people type, as Slack passes it on. */
record Typed(FakeWorkspace workspace) {
  private static final Pattern ENTITY =
      Pattern.compile("(?<![\\w<])@([\\w.-]+)|(?<![\\w<&])#([\\w-]+)|https?://[^\\s<>]+");

  /** In a command whose entry asks for channels, users and links to be escaped. */
  String inCommand(String text) {
    return replace(escape(text), true);
  }

  /** In a message; mentions written as {@code <@U…>} already stay. */
  String inMessage(String text) {
    String escaped = escape(text).replaceAll("&lt;([@#!][^&]*)&gt;", "<$1>");
    return replace(escaped, false);
  }

  static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private String replace(String text, boolean named) {
    return ENTITY.matcher(text).replaceAll(hit -> Matcher.quoteReplacement(entity(hit, named)));
  }

  private String entity(java.util.regex.MatchResult hit, boolean named) {
    String after = hit.group(1);
    String channel = hit.group(2);
    if (after != null) {
      return mention(after, named, hit.group());
    }
    if (channel != null) {
      return workspace.channels().stream()
          .filter(one -> one.kind != FakeChannel.Kind.DIRECT && one.name().equals(channel))
          .findFirst()
          .map(one -> "<#" + one.id() + "|" + (one.isPrivate() ? "" : channel) + ">")
          .orElse(hit.group());
    }
    return "<" + hit.group() + ">";
  }

  private String mention(String name, boolean named, String otherwise) {
    if (name.matches("here|channel|everyone")) {
      return "<!" + name + ">";
    }
    for (FakePerson person : workspace.people()) {
      if (person.name().equals(name)) {
        return "<@" + person.id() + (named ? "|" + name : "") + ">";
      }
    }
    return workspace.groups().stream()
        .filter(group -> group.handle().equals(name))
        .findFirst()
        .map(group -> "<!subteam^" + group.id() + "|@" + name + ">")
        .orElse(otherwise);
  }
}
