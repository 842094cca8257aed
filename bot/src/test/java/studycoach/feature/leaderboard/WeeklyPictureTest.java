package studycoach.feature.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;
import static studycoach.picture.Legible.assertLegible;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import studycoach.chat.Block;
import studycoach.feature.leaderboard.WeeklySums.InDomain;
import studycoach.feature.leaderboard.WeeklySums.Line;
import studycoach.pack.Domain;
import studycoach.pack.Task;
import studycoach.picture.Drawing;
import studycoach.picture.Ink;
import studycoach.picture.Painter;
import studycoach.study.draw.Accuracy;

class WeeklyPictureTest {
  private static final String TITLE = "16 Nov – 22 Nov 2026";

  private static InDomain domain(String name, int weight, long right, long answered) {
    return new InDomain(
        new Domain("d", name, weight, List.of(new Task("1.1", "Know"))),
        new Accuracy(right, answered));
  }

  private static WeeklySums usual() {
    return new WeeklySums(
        TITLE,
        List.of(new Line(1, "amira", 120), new Line(2, "ben", 60), new Line(2, "cleo", 60)),
        4,
        List.of(domain("Data", 40, 9, 12), domain("Modeling", 60, 0, 0)));
  }

  @Test
  void itSaysWhatItsAltTextSays() {
    Drawing drawing = WeeklyPicture.of(usual());
    List<String> drawn = drawing.labels().stream().map(Drawing.Label::text).toList();

    assertLegible(drawing);
    assertThat(drawn).contains("1.", "amira", "120 points", "and 4 more", "40 %", "Data");
    assertThat(drawn).contains("75 % of 12", "not asked", "The week · " + TITLE);
    assertThat(usual().alt())
        .isEqualTo(
            "The week's boards, 16 Nov – 22 Nov 2026. 1. amira, 120 points. 2. ben, 60 points."
                + " 2. cleo, 60 points. And 4 more. Data, 40 % of the exam: 75 % of 12."
                + " Modeling, 60 % of the exam: not asked.");
    assertThat(new Painter().paint(() -> drawing)).isPresent();
  }

  @Test
  void barsAreAsLongAsTheirSharesOfTheirTracks() {
    List<Double> lengths =
        WeeklyPicture.of(usual()).bars().stream()
            .filter(bar -> bar.ink() == Ink.BLUE)
            .map(Drawing.Bar::width)
            .toList();

    assertThat(lengths.get(1)).isEqualTo(lengths.get(0) / 2).isEqualTo(lengths.get(2));
    assertThat(lengths.get(4)).isZero();
  }

  @Property(tries = 60)
  void namesOfAnyLengthStayApart(
      @ForAll String name,
      @ForAll @IntRange(max = WeeklySums.MOST) int people,
      @ForAll @IntRange(min = 1, max = WeeklyPicture.MOST_DOMAINS) int domains) {
    WeeklySums sums =
        new WeeklySums(
            TITLE,
            IntStream.range(0, people)
                .mapToObj(i -> new Line(i + 1, "n" + name.strip() + i, 1_000_000L - i))
                .toList(),
            people,
            IntStream.range(0, domains)
                .mapToObj(i -> domain("Very long ".repeat(9) + i, 10 * i, 12_345, 123_456))
                .toList());

    assertLegible(WeeklyPicture.of(sums));
    assertThat(sums.alt()).hasSizeBetween(1, Block.Image.MOST_ALT);
  }
}
