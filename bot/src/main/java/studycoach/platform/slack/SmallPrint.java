package studycoach.platform.slack;

import com.slack.api.model.block.composition.MarkdownTextObject;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import studycoach.markup.Markup;
import studycoach.markup.Span;

/**
 * {@link Markup} for the one place where Slack takes no rich text: the small line of a context.
 * Only moments are drawn; signs that Slack would read are kept apart from what they would mark.
 */
final class SmallPrint {
  private static final int LONGEST = 2_000;
  private static final Pattern MARK = Pattern.compile("[*_~`:]");
  private static final String APART = "$0\u200b";

  private SmallPrint() {}

  static MarkdownTextObject of(Markup markup) {
    String all = markup.spans().stream().map(SmallPrint::draw).collect(Collectors.joining());
    String fits = all.length() <= LONGEST ? all : plain(SlackText.cut(markup.plain(), LONGEST / 6));
    return MarkdownTextObject.builder()
        .text(fits.isBlank() ? "\u200b" : fits)
        .verbatim(true)
        .build();
  }

  private static String draw(Span span) {
    return span instanceof Span.Time time
        ? "<!date^"
            + time.at().getEpochSecond()
            + "^"
            + SlackText.date(time)
            + "|"
            + plain(time.text()).replace('|', '/')
            + ">"
        : plain(span.text());
  }

  private static String plain(String text) {
    return MARK.matcher(SlackText.escaped(text).replace('\n', ' ')).replaceAll(APART);
  }
}
