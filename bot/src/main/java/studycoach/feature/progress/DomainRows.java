package studycoach.feature.progress;

import studycoach.picture.Drawing;
import studycoach.picture.Ink;
import studycoach.picture.Lettering;
import studycoach.study.progress.Progress;
import studycoach.study.progress.Progress.InDomain;
import studycoach.study.progress.Progress.InTask;

/**
 * The domains one below the other, each with its tasks; without them if there are too many for the
 * picture. A domain's bar is as thick as its weight in the exam.
 */
record DomainRows(Drawing.Sheet sheet) {
  /** Domains of an exam that a picture has room for. */
  static final int MOST_DOMAINS = 10;

  private static final double TOP = 104;
  private static final double ROOM = ProgressPicture.HEIGHT - TOP - 26;
  private static final double DOMAIN = 46;
  private static final double TASK = 20;
  private static final double GAP = 11;
  private static final double WIDEST = 1.9;

  private static final double LEFT = ProgressPicture.MARGIN;
  private static final double NAMES = 100;
  private static final double TASK_BARS = 412;
  private static final double BARS_END = 520;
  private static final double VALUES = 532;
  private static final double RIGHT = 736;

  private static final double THINNEST = 6;
  private static final double THICKEST = 20;
  private static final double TASK_THICKNESS = 7;

  private static final Lettering WEIGHT = new Lettering(19, true);
  private static final Lettering NAME = new Lettering(16, true);
  private static final Lettering VALUE = new Lettering(15, true);
  private static final Lettering SMALL = new Lettering(14, false);
  private static final Lettering TINY = new Lettering(12, false);

  void draw(Progress progress) {
    int domains = progress.domains().size();
    int tasks = progress.domains().stream().mapToInt(in -> in.tasks().size()).sum();
    boolean all = domains * (DOMAIN + GAP) + tasks * TASK <= ROOM;
    double needed = domains * (DOMAIN + GAP) + (all ? tasks * TASK : 0);
    double stretch = Math.min(WIDEST, ROOM / needed);
    int heaviest = progress.domains().stream().mapToInt(in -> in.domain().weight()).max().orElse(1);
    double top = TOP;
    for (InDomain in : progress.domains()) {
      domain(in, top, stretch, (double) in.domain().weight() / heaviest);
      top += DOMAIN * stretch;
      if (all) {
        for (InTask task : in.tasks()) {
          task(task, top + TASK * stretch / 2);
          top += TASK * stretch;
        }
      }
      top += GAP * stretch;
    }
  }

  /**
   * @param relative its weight among the others', 0 to 1 for the heaviest
   */
  private void domain(InDomain in, double top, double stretch, double relative) {
    double nameLine = top + 18 * stretch;
    double middle = top + 33 * stretch;
    Ink ink = in.evidence().isEnough() ? Ink.TEXT : Ink.FAINT_TEXT;
    sheet
        .text(in.domain().weight() + " %", WEIGHT, Ink.TEXT, LEFT, nameLine + 2, NAMES - LEFT)
        .text("of exam", TINY, Ink.FAINT_TEXT, LEFT, middle + 5, NAMES - LEFT)
        .text(in.domain().name(), NAME, Ink.TEXT, NAMES, nameLine, RIGHT - NAMES)
        .text(EvidenceWords.shortly(in.evidence()), VALUE, ink, VALUES, middle + 5, RIGHT - VALUES);
    double thickness = THINNEST + (THICKEST - THINNEST) * relative;
    new ShareBar(sheet, NAMES, middle, BARS_END - NAMES).draw(in.evidence(), thickness);
  }

  private void task(InTask in, double middle) {
    Ink ink = in.evidence().isEnough() ? Ink.TEXT : Ink.FAINT_TEXT;
    String name = in.task().id() + " " + in.task().title();
    sheet
        .text(name, SMALL, ink, NAMES, middle + 5, TASK_BARS - NAMES - 12)
        .text(EvidenceWords.shortly(in.evidence()), SMALL, ink, VALUES, middle + 5, RIGHT - VALUES);
    new ShareBar(sheet, TASK_BARS, middle, BARS_END - TASK_BARS)
        .draw(in.evidence(), TASK_THICKNESS);
  }
}
