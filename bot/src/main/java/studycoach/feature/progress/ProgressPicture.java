package studycoach.feature.progress;

import studycoach.picture.Drawing;
import studycoach.picture.Ink;
import studycoach.picture.Lettering;
import studycoach.study.Streak;
import studycoach.study.progress.ActiveDays;
import studycoach.study.progress.Progress;

/** A learner's progress as a picture: the parts of the exam to the left, the days to the right. */
final class ProgressPicture {
  static final int WIDTH = 1_120;
  static final int HEIGHT = 720;
  static final int MARGIN = 32;

  private static final int RIGHT_COLUMN = 764;
  private static final Lettering TITLE = new Lettering(28, true);
  private static final Lettering SUBTITLE = new Lettering(16, false);
  private static final Lettering CAPTION = new Lettering(13, true);
  private static final Lettering NUMBER = new Lettering(30, true);
  private static final Lettering DETAIL = new Lettering(14, false);

  private final Drawing.Sheet sheet = new Drawing.Sheet();

  private ProgressPicture() {}

  /** Whether an exam has room in a picture. */
  static boolean holds(Progress progress) {
    return progress.domains().size() <= DomainRows.MOST_DOMAINS;
  }

  static Drawing of(Progress progress, Streak streak, ActiveDays days) {
    ProgressPicture picture = new ProgressPicture();
    picture.ground();
    picture.heading(progress);
    new DomainRows(picture.sheet).draw(progress);
    picture.streak(streak);
    picture.answers(progress);
    new DayGrid(picture.sheet, RIGHT_COLUMN, 332).draw(days);
    new Legend(picture.sheet, RIGHT_COLUMN, 588).draw();
    return picture.sheet.of(WIDTH, HEIGHT);
  }

  private void ground() {
    sheet
        .bar(0, 0, WIDTH, HEIGHT, Ink.EDGE)
        .bar(1, 1, WIDTH - 2.0, HEIGHT - 2.0, Ink.GROUND)
        .bar(RIGHT_COLUMN - 22.0, 106, 1, HEIGHT - 106.0 - MARGIN, Ink.EDGE);
  }

  private void heading(Progress progress) {
    double most = WIDTH - 2.0 * MARGIN;
    sheet
        .text("Your progress · " + progress.exam().code(), TITLE, Ink.TEXT, MARGIN, 56, most)
        .text(progress.exam().name(), SUBTITLE, Ink.FAINT_TEXT, MARGIN, 82, most);
  }

  private void streak(Streak streak) {
    boolean begun = streak.answered() > 0;
    card(
        118,
        "STREAK",
        begun ? (streak.current() == 1 ? "1 drop" : streak.current() + " drops") : "none yet",
        begun
            ? "longest %d · %s kept"
                .formatted(
                    streak.longest(),
                    streak.freezes() == 1 ? "1 freeze" : streak.freezes() + " freezes")
            : "it begins with your first answer");
  }

  private void answers(Progress progress) {
    long answered = progress.answered();
    card(
        225,
        "ANSWERS",
        String.valueOf(answered),
        answered == 0
            ? "none yet"
            : progress.isEnough()
                ? "right: " + EvidenceWords.share(progress.all())
                : "too few to tell how many are right");
  }

  private void card(double top, String caption, String number, String detail) {
    double most = WIDTH - MARGIN - (double) RIGHT_COLUMN;
    sheet
        .text(caption, CAPTION, Ink.FAINT_TEXT, RIGHT_COLUMN, top, most)
        .text(number, NUMBER, Ink.TEXT, RIGHT_COLUMN, top + 36, most)
        .text(detail, DETAIL, Ink.FAINT_TEXT, RIGHT_COLUMN, top + 60, most);
  }
}
