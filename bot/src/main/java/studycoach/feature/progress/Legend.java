package studycoach.feature.progress;

import studycoach.picture.Drawing;
import studycoach.picture.Ink;
import studycoach.picture.Lettering;
import studycoach.study.progress.Interval;

/**
 * How the bars are read.
 *
 * @param x its left edge
 * @param y the line of its heading
 */
record Legend(Drawing.Sheet sheet, double x, double y) {
  private static final Lettering CAPTION = new Lettering(13, true);
  private static final Lettering TEXT = new Lettering(13, false);
  private static final double WIDTH = 324;
  private static final double SAMPLE = 46;
  private static final double LINE = 22;

  void draw() {
    sheet.text("HOW TO READ THE BARS", CAPTION, Ink.FAINT_TEXT, x, y, WIDTH);
    double middle = y + 19;
    new ShareBar(sheet, x, middle, SAMPLE).draw(new Interval(0.5, 0.9), 0.72, 10);
    says("mark: right so far, from 0 to 100 %", middle);
    sheet.bar(x, middle + LINE - 5, SAMPLE, 10, Ink.SKY);
    says("light: where the true share may be", middle + LINE);
    sheet.bar(x, middle + 2 * LINE - 3, SAMPLE / 2, 6, Ink.BLUE);
    sheet.bar(x + SAMPLE / 2, middle + 2 * LINE - 8, SAMPLE / 2, 16, Ink.BLUE);
    says("thicker: more of the exam", middle + 2 * LINE);
    sheet.bar(x, middle + 3 * LINE - 1, SAMPLE, 2, Ink.EDGE);
    says("fewer than 5 answers: too few to tell", middle + 3 * LINE);
  }

  private void says(String text, double middle) {
    sheet.text(text, TEXT, Ink.FAINT_TEXT, x + SAMPLE + 10, middle + 5, WIDTH - SAMPLE - 10);
  }
}
