package studycoach.feature.progress;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import studycoach.chat.Png;
import studycoach.pack.Bank;
import studycoach.picture.Painter;
import studycoach.study.Streak;
import studycoach.study.draw.Accuracy;
import studycoach.study.progress.ActiveDays;
import studycoach.study.progress.Exams;
import studycoach.study.progress.Progress;
import studycoach.testing.World;

/**
 * Writes progress pictures into a folder, to be looked at, with what each says and how long it
 * took: of beginners and old hands, with long names, and as chats show them.
 */
public final class PictureTrial {
  static final Instant NOW = Instant.parse("2026-03-27T12:00:00Z");
  static final String LONG =
      "Überwachte Überanpassung gewaltiger Wahrscheinlichkeitsmodelle mit 学習";
  private static final int DISCORD_DARK = 0x313338;
  private static final int SHOWN_WIDTH = 550;

  private PictureTrial() {}

  /** Takes the folder. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    Bank bank = Bank.load(World.questionsFolder());
    for (String exam : List.of("MLS-C01", "AIF-C01")) {
      for (int answers : new int[] {0, 5, 60, 500}) {
        Progress progress = Exams.progress(bank.pack(exam).orElseThrow(), answers, NOW);
        write(folder, exam.toLowerCase(Locale.ROOT) + "-" + answers, progress);
      }
    }
    write(folder, "long-names", longNames(5, 4));
    write(folder, "many-tasks", longNames(8, 6));
  }

  static Progress longNames(int domains, int tasks) {
    return Exams.progress(
        IntStream.range(0, domains)
            .mapToObj(
                at -> Exams.domain("d" + at, LONG, 100 / domains, tasks, new Accuracy(4321, 9876)))
            .toList(),
        IntStream.range(0, 400).mapToObj(at -> NOW.minus(Duration.ofHours(at * 5L))).toList(),
        NOW);
  }

  static Streak streak(long answered) {
    int drops = (int) Math.min(answered, 120);
    return new Streak(drops / 3, drops / 2, Math.min(2, drops / 7), drops, List.of());
  }

  static ActiveDays days(Progress progress) {
    return progress.days(ZoneId.of("Europe/Berlin"), DayOfWeek.MONDAY);
  }

  private static void write(Path folder, String name, Progress progress) throws IOException {
    Streak streak = streak(progress.answered());
    ActiveDays days = days(progress);
    Painter painter = new Painter();
    long before = System.nanoTime();
    Png png = painter.paint(() -> ProgressPicture.of(progress, streak, days)).orElseThrow();
    long between = System.nanoTime();
    var unused = painter.paint(() -> ProgressPicture.of(progress, streak, days));
    long after = System.nanoTime();
    Files.write(folder.resolve(name + ".png"), png.bytes());
    shown(folder.resolve(name + "-dark.png"), png, new Color(DISCORD_DARK));
    shown(folder.resolve(name + "-white.png"), png, Color.WHITE);
    String alt = ProgressAlt.of(progress, streak, days);
    System.out.printf(
        "%s: first %d ms, then %d ms, %d bytes, alt text of %d:%n%s%n",
        name,
        Duration.ofNanos(between - before).toMillis(),
        Duration.ofNanos(after - between).toMillis(),
        png.bytes().length,
        alt.length(),
        alt);
  }

  /** As wide as Discord shows it before anybody clicks on it. */
  private static void shown(Path file, Png png, Color ground) throws IOException {
    BufferedImage picture = ImageIO.read(new ByteArrayInputStream(png.bytes()));
    int height = picture.getHeight() * SHOWN_WIDTH / picture.getWidth();
    BufferedImage chat =
        new BufferedImage(SHOWN_WIDTH + 80, height + 80, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = chat.createGraphics();
    graphics.setColor(ground);
    graphics.fillRect(0, 0, chat.getWidth(), chat.getHeight());
    graphics.drawImage(
        picture.getScaledInstance(SHOWN_WIDTH, height, java.awt.Image.SCALE_AREA_AVERAGING),
        40,
        40,
        null);
    graphics.dispose();
    ImageIO.write(chat, "png", file.toFile());
  }
}
