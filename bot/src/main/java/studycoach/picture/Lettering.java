package studycoach.picture;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.geom.Rectangle2D;

/**
 * How a text is set: in DejaVu Sans, or in what else the machine has for signs that are not in it.
 *
 * @param size in pixels
 */
public record Lettering(int size, boolean bold) {
  private static final String FAMILY = "DejaVu Sans";
  private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);
  private static final int LONGEST = 200;
  private static final String MORE = "…";

  Font font(String text) {
    int style = bold ? Font.BOLD : Font.PLAIN;
    Font usual = new Font(FAMILY, style, size);
    return usual.canDisplayUpTo(text) < 0 ? usual : new Font(Font.SANS_SERIF, style, size);
  }

  /** In pixels. */
  double width(String text) {
    return font(text).getStringBounds(text, CONTEXT).getWidth();
  }

  /** What a text covers whose line begins at 0, 0. */
  Rectangle2D box(String text) {
    return font(text).getStringBounds(text, CONTEXT);
  }

  /**
   * A text that takes no more than so many pixels: if need be cut with "…", after a word if there
   * is one in the second half.
   */
  String fitting(String text, double most) {
    if (width(text) <= most) {
      return text;
    }
    int letters = Math.min(LONGEST, text.codePointCount(0, text.length()));
    String cut = "";
    while (letters > 0) {
      cut = text.substring(0, text.offsetByCodePoints(0, --letters)).strip();
      if (width(cut + MORE) <= most) {
        break;
      }
    }
    int blank = cut.lastIndexOf(' ');
    return (blank > cut.length() / 2 ? cut.substring(0, blank) : cut)
            .replaceFirst("[\\s\\p{Punct}]+$", "")
        + MORE;
  }
}
