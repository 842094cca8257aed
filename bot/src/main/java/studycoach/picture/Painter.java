package studycoach.picture;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studycoach.chat.Png;

/** Draws, where the machine can. Thread-safe. */
public final class Painter {
  private static final Logger LOG = LoggerFactory.getLogger(Painter.class);

  private final AtomicBoolean told = new AtomicBoolean();

  /**
   * Draws what is laid out; laying out measures text, and so needs fonts too.
   *
   * @return empty if the machine can't, which the log says once
   */
  public Optional<Png> paint(Supplier<Drawing> laidOut) {
    try {
      return Optional.of(png(laidOut.get()));
    } catch (RuntimeException | Error e) { // Without fonts Java throws either, of many kinds.
      if (!told.getAndSet(true)) {
        LOG.warn(
            "Pictures can't be drawn, so answers are in words."
                + " They need the packages fontconfig and fonts-dejavu-core.",
            e);
      }
      return Optional.empty();
    }
  }

  private static Png png(Drawing drawing) {
    BufferedImage image =
        new BufferedImage(drawing.width(), drawing.height(), BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    try {
      graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      graphics.setRenderingHint(
          RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
      graphics.setRenderingHint(
          RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
      graphics.setRenderingHint(
          RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
      drawing.bars().forEach(bar -> draw(graphics, bar));
      drawing.labels().forEach(label -> draw(graphics, label));
    } finally {
      graphics.dispose();
    }
    return new Png(encoded(image));
  }

  private static void draw(Graphics2D graphics, Drawing.Bar bar) {
    graphics.setColor(bar.ink().colour());
    graphics.fill(
        new RoundRectangle2D.Double(
            bar.x(), bar.y(), bar.width(), bar.height(), bar.round(), bar.round()));
  }

  private static void draw(Graphics2D graphics, Drawing.Label label) {
    graphics.setColor(label.ink().colour());
    graphics.setFont(label.lettering().font(label.text()));
    graphics.drawString(label.text(), (float) label.x(), (float) label.baseline());
  }

  /** In memory alone: ImageIO would write a file else. */
  private static byte[] encoded(BufferedImage image) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream to = new MemoryCacheImageOutputStream(bytes)) {
      ImageIO.write(image, "png", to);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
