package studycoach.feature.leaderboard;

import java.util.List;
import studycoach.picture.Drawing;
import studycoach.picture.Ink;
import studycoach.picture.Lettering;

/** A week as a picture: the board to the left, the domains of the exam to the right. */
final class WeeklyPicture {
  static final int WIDTH = 1_120;

  /** Domains that it has room for. */
  static final int MOST_DOMAINS = 10;

  private static final double MARGIN = 32;
  private static final double TOP = 112;
  private static final double ROW = 46;
  private static final double MIDDLE = 560;
  private static final double NAMES = 84;
  private static final double POINTS = MIDDLE - 32;
  private static final double POINTS_ROOM = 110;
  private static final double RIGHT = WIDTH - MARGIN;
  private static final double SHARES_ROOM = 130;
  private static final double WEIGHTS = MIDDLE + 12;
  private static final double DOMAINS = WEIGHTS + 68;
  private static final double BAR = 8;

  private static final Lettering TITLE = new Lettering(28, true);
  private static final Lettering SUBTITLE = new Lettering(16, false);
  private static final Lettering NAME = new Lettering(16, true);
  private static final Lettering DETAIL = new Lettering(15, false);

  private final Drawing.Sheet sheet = new Drawing.Sheet();

  private WeeklyPicture() {}

  static Drawing of(WeeklySums week) {
    int rows = Math.max(week.best().size() + (week.more() > 0 ? 1 : 0), week.domains().size());
    int height = (int) (TOP + rows * ROW + MARGIN);
    WeeklyPicture picture = new WeeklyPicture();
    picture.ground(height);
    picture.heading(week);
    picture.board(week);
    picture.domains(week.domains());
    return picture.sheet.of(WIDTH, height);
  }

  private void ground(int height) {
    sheet
        .bar(0, 0, WIDTH, height, Ink.EDGE)
        .bar(1, 1, WIDTH - 2.0, height - 2.0, Ink.GROUND)
        .bar(MIDDLE - 8, TOP - 8, 1, height - TOP - MARGIN + 8, Ink.EDGE);
  }

  private void heading(WeeklySums week) {
    sheet
        .text("The week · " + week.title(), TITLE, Ink.TEXT, MARGIN, 56, RIGHT - MARGIN)
        .text("Points", SUBTITLE, Ink.FAINT_TEXT, MARGIN, 86, POINTS - MARGIN)
        .text(
            "Right answers by domain, with its weight in the exam",
            SUBTITLE,
            Ink.FAINT_TEXT,
            WEIGHTS,
            86,
            RIGHT - WEIGHTS);
  }

  private void board(WeeklySums week) {
    long most = week.best().stream().mapToLong(WeeklySums.Line::points).max().orElse(0);
    double top = TOP;
    for (WeeklySums.Line line : week.best()) {
      sheet
          .text(line.rank() + ".", NAME, Ink.TEXT, MARGIN, top + 16, NAMES - MARGIN - 4)
          .text(line.name(), NAME, Ink.TEXT, NAMES, top + 16, POINTS - POINTS_ROOM - NAMES)
          .textEnding(
              BoardLines.points(line.points()),
              DETAIL,
              Ink.TEXT,
              POINTS,
              top + 16,
              POINTS_ROOM - 8);
      bar(NAMES, POINTS, top, most == 0 ? 0 : (double) line.points() / most);
      top += ROW;
    }
    if (week.more() > 0) {
      String more = "and " + week.more() + " more";
      sheet.text(more, DETAIL, Ink.FAINT_TEXT, NAMES, top + 16, POINTS - NAMES);
    }
  }

  private void domains(List<WeeklySums.InDomain> domains) {
    double top = TOP;
    for (WeeklySums.InDomain in : domains) {
      long answered = in.accuracy().answered();
      Ink ink = answered == 0 ? Ink.FAINT_TEXT : Ink.TEXT;
      sheet
          .text(in.domain().weight() + " %", NAME, Ink.FAINT_TEXT, WEIGHTS, top + 16, 60)
          .text(in.domain().name(), NAME, ink, DOMAINS, top + 16, RIGHT - SHARES_ROOM - DOMAINS)
          .textEnding(in.known(), DETAIL, ink, RIGHT, top + 16, SHARES_ROOM - 8);
      bar(DOMAINS, RIGHT, top, answered == 0 ? 0 : (double) in.accuracy().right() / answered);
      top += ROW;
    }
  }

  /**
   * @param share 0 to 1
   */
  private void bar(double left, double right, double top, double share) {
    sheet
        .bar(left, top + 24, right - left, BAR, Ink.TRACK)
        .bar(left, top + 24, (right - left) * share, BAR, Ink.BLUE);
  }
}
