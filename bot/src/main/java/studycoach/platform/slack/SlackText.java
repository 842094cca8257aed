package studycoach.platform.slack;

import com.slack.api.model.block.composition.PlainTextObject;
import java.util.regex.Pattern;
import studycoach.markup.Span;

/** Text that Slack shows as it is. */
final class SlackText {
  private static final String ELLIPSIS = "…";
  private static final String NOTHING = "\u200b";
  private static final Pattern UNSEEN =
      Pattern.compile("[\\p{Cc}&&[^\\n]]|[\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]|\\p{Cs}");

  private SlackText() {}

  /** What is there to be seen, with line breaks. */
  static String visible(String text) {
    return UNSEEN.matcher(text.replace("\r\n", "\n").replace('\t', ' ')).replaceAll("");
  }

  /** A line of at most so many characters, never empty; no emoji are made of colons in it. */
  static PlainTextObject line(String text, int longest) {
    String line = visible(text).replace('\n', ' ').strip();
    return PlainTextObject.builder()
        .text(line.isEmpty() ? NOTHING : cut(line, longest))
        .emoji(false)
        .build();
  }

  /** The pattern by which Slack shows a moment in its reader's zone. */
  static String date(Span.Time moment) {
    return "{date_short_pretty} at " + (moment.exact() ? "{time_secs}" : "{time}");
  }

  /** For the places in which Slack reads its own signs: there they mean themselves. */
  static String escaped(String text) {
    return visible(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /** The beginning of a text that is too long, with "…". */
  static String cut(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    int end = longest - ELLIPSIS.length();
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end)
        + ELLIPSIS;
  }
}
