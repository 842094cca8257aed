package studycoach.testing;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import studycoach.chat.Png;

/** Very small pictures. */
public final class Dots {
  private Dots() {}

  /** A dot of a colour, red, green and blue. */
  public static Png of(int rgb) {
    BufferedImage dot = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
    dot.setRGB(0, 0, rgb);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(dot, "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Png(bytes.toByteArray());
  }
}
