package studycoach.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Rectangle2D;
import java.util.List;
import studycoach.picture.Drawing.Label;

/** What every picture must be. */
public final class Legible {
  private Legible() {}

  /** No text leaves the picture or touches another. */
  public static void assertLegible(Drawing drawing) {
    Rectangle2D whole = new Rectangle2D.Double(0, 0, drawing.width(), drawing.height());
    List<Label> labels = drawing.labels();
    for (int i = 0; i < labels.size(); i++) {
      Label label = labels.get(i);
      assertThat(whole.contains(label.box())).as(label.toString()).isTrue();
      for (Label other : labels.subList(0, i)) {
        assertThat(label.box().intersects(other.box())).as(label + " on " + other).isFalse();
      }
    }
  }
}
