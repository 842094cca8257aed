package studycoach.picture;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/**
 * A picture before it is drawn; all lengths are pixels, from the upper left corner.
 *
 * @param bars from the lowest to the uppermost
 * @param labels on top of all bars
 */
public record Drawing(int width, int height, List<Bar> bars, List<Label> labels) {
  public Drawing {
    bars = List.copyOf(bars);
    labels = List.copyOf(labels);
  }

  /**
   * A filled rectangle.
   *
   * @param round the diameter of its corners; 0 has none
   */
  public record Bar(double x, double y, double width, double height, double round, Ink ink) {}

  /**
   * A line of text.
   *
   * @param x where it begins
   * @param baseline on which its letters stand
   */
  public record Label(String text, Lettering lettering, Ink ink, double x, double baseline) {
    /** What it covers. */
    public Rectangle2D box() {
      Rectangle2D box = lettering.box(text);
      return new Rectangle2D.Double(
          x + box.getX(), baseline + box.getY(), box.getWidth(), box.getHeight());
    }
  }

  /** Puts a drawing together. Not thread-safe. */
  public static final class Sheet {
    private final List<Bar> bars = new ArrayList<>();
    private final List<Label> labels = new ArrayList<>();

    public Sheet bar(double x, double y, double width, double height, Ink ink) {
      return bar(x, y, width, height, 0, ink);
    }

    public Sheet bar(double x, double y, double width, double height, double round, Ink ink) {
      bars.add(new Bar(x, y, width, height, round, ink));
      return this;
    }

    /** A line of text that is cut if it takes more than so many pixels. */
    public Sheet text(
        String text, Lettering lettering, Ink ink, double x, double baseline, double most) {
      labels.add(new Label(lettering.fitting(text, most), lettering, ink, x, baseline));
      return this;
    }

    /** Likewise, ending at {@code right}. */
    public Sheet textEnding(
        String text, Lettering lettering, Ink ink, double right, double baseline, double most) {
      String fitting = lettering.fitting(text, most);
      labels.add(new Label(fitting, lettering, ink, right - lettering.width(fitting), baseline));
      return this;
    }

    public Drawing of(int width, int height) {
      return new Drawing(width, height, bars, labels);
    }
  }
}
