package studycoach.doctor;

import java.awt.Font;
import java.awt.font.FontRenderContext;

/** Whether text can be drawn. */
@FunctionalInterface
public interface Typeface {
  /** With the fonts of this machine. */
  Typeface INSTALLED =
      text -> {
        System.setProperty("java.awt.headless", "true");
        Font font = new Font(Font.SANS_SERIF, Font.PLAIN, 20);
        FontRenderContext plain = new FontRenderContext(null, false, false);
        return font.canDisplayUpTo(text) < 0
            && !font.createGlyphVector(plain, text).getVisualBounds().isEmpty();
      };

  /**
   * Whether there is a glyph for each sign.
   *
   * @throws RuntimeException or an {@link Error} where Java finds no fonts at all
   */
  boolean draws(String text);
}
