package studycoach.feature.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static studycoach.picture.Legible.assertLegible;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studycoach.chat.Block;
import studycoach.chat.Png;
import studycoach.pack.Bank;
import studycoach.picture.Drawing;
import studycoach.picture.Drawing.Label;
import studycoach.picture.Ink;
import studycoach.picture.Painter;
import studycoach.study.progress.Exams;
import studycoach.study.progress.Progress;
import studycoach.testing.World;

class ProgressPictureTest {
  private static final Bank BANK = Bank.load(World.questionsFolder());

  private static Progress progress(String exam, int answers) {
    return Exams.progress(BANK.pack(exam).orElseThrow(), answers, PictureTrial.NOW);
  }

  private static Drawing drawing(Progress progress) {
    return ProgressPicture.of(
        progress, PictureTrial.streak(progress.answered()), PictureTrial.days(progress));
  }

  private static String alt(Progress progress) {
    return ProgressAlt.of(
        progress, PictureTrial.streak(progress.answered()), PictureTrial.days(progress));
  }

  private static List<String> texts(Drawing drawing) {
    return drawing.labels().stream().map(Label::text).toList();
  }

  @ParameterizedTest
  @CsvSource({"MLS-C01,0", "MLS-C01,5", "MLS-C01,500", "AIF-C01,0", "AIF-C01,5", "AIF-C01,500"})
  void itIsAPngOfItsSizeWhoseTextsAreApart(String exam, int answers) throws IOException {
    Drawing drawing = drawing(progress(exam, answers));

    assertLegible(drawing);
    Png png = new Painter().paint(() -> drawing).orElseThrow();
    BufferedImage read = ImageIO.read(new ByteArrayInputStream(png.bytes()));
    assertThat(read.getWidth()).isEqualTo(ProgressPicture.WIDTH);
    assertThat(read.getHeight()).isEqualTo(ProgressPicture.HEIGHT);
    assertThat(png.bytes().length).isLessThan(Png.MOST_BYTES / 5);
  }

  @Property(tries = 40)
  void namesOfAnyLengthStayApart(
      @ForAll @IntRange(min = 1, max = DomainRows.MOST_DOMAINS) int domains,
      @ForAll @IntRange(min = 1, max = 12) int tasks) {
    Progress progress = PictureTrial.longNames(domains, tasks);

    assertThat(ProgressPicture.holds(progress)).isTrue();
    assertLegible(drawing(progress));
    assertThat(alt(progress).length()).isLessThanOrEqualTo(Block.Image.MOST_ALT);
  }

  @ParameterizedTest
  @CsvSource({"0", "5", "500"})
  void theAltTextSaysWhatThePictureSays(int answers) {
    Progress progress = progress("MLS-C01", answers);
    List<String> drawn = texts(drawing(progress));
    String alt = alt(progress);

    assertThat(alt.length()).isLessThanOrEqualTo(Block.Image.MOST_ALT);
    for (Progress.InDomain in : progress.domains()) {
      String known = EvidenceWords.shortly(in.evidence());
      assertThat(drawn).contains(in.domain().name(), in.domain().weight() + " %", known);
      assertThat(alt).contains(in.domain().name() + ", " + in.domain().weight() + " % of", known);
      assertThat(alt).contains(in.tasks().stream().map(part -> part.task().id() + ": ").toList());
    }
    assertThat(alt).contains(PictureTrial.streak(progress.answered()).words());
    assertThat(alt).contains("Answers on " + PictureTrial.days(progress).active() + " of the last");
  }

  @Test
  void aShareIsDrawnOnlyWhereItMeansSomething() {
    Drawing few = drawing(progress("MLS-C01", 0));
    Drawing many = drawing(progress("MLS-C01", 500));

    assertThat(texts(few)).contains("not met yet").noneMatch(text -> text.contains("("));
    assertThat(bars(few, Ink.MARK)).isEqualTo(1); // the legend's
    assertThat(bars(many, Ink.MARK)).isEqualTo(1 + 4 + 15);
  }

  private static long bars(Drawing drawing, Ink ink) {
    return drawing.bars().stream().filter(bar -> bar.ink() == ink).count();
  }

  @Test
  void aHeavierDomainHasAThickerBar() {
    List<Double> thick =
        drawing(progress("MLS-C01", 500)).bars().stream()
            .filter(bar -> bar.ink() == Ink.TRACK && bar.width() > 200)
            .map(Drawing.Bar::height)
            .toList();

    List<Integer> weights =
        progress("MLS-C01", 0).domains().stream().map(in -> in.domain().weight()).toList();
    assertThat(thick).hasSameSizeAs(weights);
    for (int i = 1; i < thick.size(); i++) {
      assertThat(Double.compare(thick.get(i), thick.get(i - 1)))
          .isEqualTo(Integer.compare(weights.get(i), weights.get(i - 1)));
    }
  }

  @Test
  void eachDayUntilTodayHasACell() {
    Progress progress = progress("MLS-C01", 500);
    int empty = PictureTrial.days(progress).days() - (int) PictureTrial.days(progress).active();

    assertThat(PictureTrial.days(progress).days()).isEqualTo(16 * 7 + 5); // it is Friday
    assertThat(bars(drawing(progress), Ink.NONE)).isEqualTo(empty + 1); // and the scale's
  }

  @Test
  void textsAreLegibleAndShadesAreInOrder() {
    for (Ink ink : List.of(Ink.TEXT, Ink.FAINT_TEXT)) {
      assertThat(Ink.contrast(ink, Ink.GROUND)).isGreaterThan(4.5);
    }
    List<Ink> shades = List.of(Ink.NONE, Ink.FEW, Ink.SOME, Ink.MANY, Ink.MOST);
    IntStream.range(1, shades.size())
        .forEach(
            i -> assertThat(Ink.contrast(shades.get(i), shades.get(i - 1))).isGreaterThan(1.2));
    assertThat(Ink.contrast(Ink.BLUE, Ink.SKY)).isGreaterThan(3);
    assertThat(Ink.contrast(Ink.SKY, Ink.TRACK)).isGreaterThan(1.2);
  }
}
