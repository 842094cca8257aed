package studycoach.platform.terminal;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;
import studycoach.markup.Markup;
import studycoach.markup.Span;

/** Draws markup as lines. Without styles the words alone are left, with the signs of code. */
final class Words implements Span.Visitor<AttributedString> {
  private static final Words WORDS = new Words();
  private static final Pattern LABEL = Pattern.compile("(?:[✓✗] )?[A-Z] {2}|\\d{1,2}\\. |• ");

  private Words() {}

  static List<Line> lines(Markup markup) {
    return draw(markup).columnSplitLength(Integer.MAX_VALUE).stream().map(Words::line).toList();
  }

  static AttributedString draw(Markup markup) {
    AttributedStringBuilder out = new AttributedStringBuilder();
    markup.spans().forEach(span -> out.append(span.accept(WORDS)));
    return out.toAttributedString();
  }

  private static Line line(AttributedString text) {
    Matcher label = LABEL.matcher(text.toString());
    return new Line(text, label.lookingAt() ? label.end() : 0);
  }

  private static AttributedString styled(String text, AttributedStyle style) {
    return new AttributedString(Visible.text(text), style);
  }

  @Override
  public AttributedString plain(Span.Plain span) {
    return styled(span.text(), AttributedStyle.DEFAULT);
  }

  @Override
  public AttributedString bold(Span.Bold span) {
    return styled(span.text(), AttributedStyle.BOLD);
  }

  @Override
  public AttributedString italic(Span.Italic span) {
    return styled(span.text(), AttributedStyle.DEFAULT.italic());
  }

  @Override
  public AttributedString code(Span.Code span) {
    boolean block = span.text().contains("\n");
    String code = block ? "\n" + span.text().indent(4) : "`" + span.text() + "`";
    return styled(code, AttributedStyle.DEFAULT);
  }

  @Override
  public AttributedString link(Span.Link span) {
    String address = span.to().toString();
    String words = span.text().equals(address) ? address : span.text() + " <" + address + ">";
    return styled(words, AttributedStyle.DEFAULT);
  }

  @Override
  public AttributedString time(Span.Time span) {
    return styled(span.text(), AttributedStyle.DEFAULT);
  }

  @Override
  public AttributedString person(Span.Person span) {
    return styled(Visible.line(span.text()), AttributedStyle.DEFAULT);
  }

  @Override
  public AttributedString channel(Span.Channel span) {
    return styled(Visible.line(span.text()), AttributedStyle.DEFAULT);
  }

  @Override
  public AttributedString role(Span.Role span) {
    return styled(Visible.line(span.text()), AttributedStyle.DEFAULT);
  }
}
