package studycoach.feature.progress;

import studycoach.picture.Drawing;
import studycoach.picture.Ink;
import studycoach.study.progress.Evidence;
import studycoach.study.progress.Interval;

/**
 * A share of right answers on a track from 0 to 100 %: dark as far as it is sure, light where the
 * true share may end, with a mark at what was counted. A thin line where a share means nothing.
 *
 * @param x where the track begins
 * @param middle its height in the picture
 */
record ShareBar(Drawing.Sheet sheet, double x, double middle, double width) {
  private static final double LINE = 2;
  private static final double MARK = 3;
  private static final double OVERHANG = 3;

  void draw(Evidence evidence, double thickness) {
    if (!evidence.isEnough()) {
      bar(0, 1, LINE, Ink.EDGE);
      return;
    }
    draw(Interval.of(evidence.all()), evidence.all().rightShare(), thickness);
  }

  void draw(Interval interval, double share, double thickness) {
    bar(0, 1, thickness, Ink.TRACK);
    bar(0, interval.high(), thickness, Ink.SKY);
    bar(0, interval.low(), thickness, Ink.BLUE);
    double height = thickness + 2 * OVERHANG;
    double at = Math.min(width - MARK, Math.max(0, width * share - MARK / 2));
    sheet.bar(x + at, middle - height / 2, MARK, height, Ink.MARK);
  }

  private void bar(double from, double to, double thickness, Ink ink) {
    sheet.bar(x + width * from, middle - thickness / 2, width * (to - from), thickness, ink);
  }
}
