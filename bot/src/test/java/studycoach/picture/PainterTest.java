package studycoach.picture;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.function.Supplier;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class PainterTest {
  private final Logger logger = (Logger) LoggerFactory.getLogger(Painter.class);
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();

  @BeforeEach
  void listen() {
    log.start();
    logger.addAppender(log);
  }

  @AfterEach
  void stop() {
    logger.detachAppender(log);
  }

  private static Supplier<Drawing> failing(Throwable why) {
    return () -> {
      if (why instanceof Error error) {
        throw error;
      }
      throw (RuntimeException) why;
    };
  }

  @Test
  void whereNothingCanBeDrawnThereIsNoPictureAndTheLogSaysSoOnce() {
    Painter painter = new Painter();

    assertThat(painter.paint(failing(new NoClassDefFoundError("no fonts")))).isEmpty();
    assertThat(painter.paint(failing(new IllegalStateException("no fonts")))).isEmpty();

    assertThat(log.list).singleElement().asString().contains("fontconfig");
  }

  @Test
  void barsLieInTheirOrderAndTextsAboveThem() throws IOException {
    Drawing drawing =
        new Drawing.Sheet()
            .bar(0, 0, 60, 20, Ink.GROUND)
            .bar(0, 0, 30, 20, Ink.BLUE)
            .text("█", new Lettering(14, false), Ink.MARK, 2, 15, 20)
            .of(60, 20);

    byte[] png = new Painter().paint(() -> drawing).orElseThrow().bytes();
    BufferedImage read = ImageIO.read(new ByteArrayInputStream(png));

    assertThat(read.getRGB(25, 10)).isEqualTo(Ink.BLUE.colour().getRGB());
    assertThat(read.getRGB(50, 10)).isEqualTo(Ink.GROUND.colour().getRGB());
    assertThat(read.getRGB(6, 10)).isEqualTo(Ink.MARK.colour().getRGB());
    assertThat(log.list).isEmpty();
  }

  @Test
  void aTextIsCutAfterAWordAndFits() {
    Lettering lettering = new Lettering(14, false);
    String name = "Build for performance, availability, scale";

    String cut = lettering.fitting(name, 200);

    assertThat(cut).isEqualTo("Build for performance…");
    assertThat(lettering.width(cut)).isLessThanOrEqualTo(200);
    assertThat(lettering.fitting(name, 1_000)).isEqualTo(name);
    assertThat(lettering.width(lettering.fitting("学".repeat(90), 100))).isLessThanOrEqualTo(100);
  }
}
