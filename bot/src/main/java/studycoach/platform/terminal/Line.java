package studycoach.platform.terminal;

import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.WCWidth;

/**
 * A line as written, before it is laid out on a screen of some width.
 *
 * @param hang how many columns its further rows are indented
 */
record Line(AttributedString text, int hang) {

  static Line of(String words) {
    return new Line(new AttributedString(words), 0);
  }

  /** The words alone. */
  String words() {
    return text.toString();
  }

  /** The same after a prefix, under whose end the further rows begin. */
  Line after(String prefix, int indent) {
    AttributedStringBuilder longer = new AttributedStringBuilder().append(prefix).append(text);
    return new Line(longer.toAttributedString(), indent + hang);
  }

  /** Breaks it between words where it can, within one where it must. */
  List<AttributedString> wrap(int width) {
    List<AttributedString> rows = new ArrayList<>();
    String words = words();
    int indent = 0;
    int start = 0;
    do {
      int end = end(words, start, Math.max(width - indent, width / 2));
      rows.add(row(indent, start, end));
      start = end;
      while (start < words.length() && words.charAt(start) == ' ') {
        start++;
      }
      indent = Math.min(hang, width / 2);
    } while (start < words.length());
    return rows;
  }

  private AttributedString row(int indent, int start, int end) {
    return new AttributedStringBuilder()
        .append(" ".repeat(indent))
        .append(text.subSequence(start, end))
        .toAttributedString();
  }

  private static int end(String words, int start, int columns) {
    int fits = fitting(words, start, columns);
    if (fits == words.length()) {
      return fits;
    }
    int blank = words.lastIndexOf(' ', fits);
    boolean breaksBetweenWords = blank > start && !words.substring(start, blank).isBlank();
    return breaksBetweenWords ? blank : fits;
  }

  private static int fitting(String words, int start, int columns) {
    int end = start;
    int used = 0;
    while (end < words.length()) {
      int point = words.codePointAt(end);
      used += Math.max(0, WCWidth.wcwidth(point));
      if (used > columns && end > start) {
        return end;
      }
      end += Character.charCount(point);
    }
    return end;
  }
}
