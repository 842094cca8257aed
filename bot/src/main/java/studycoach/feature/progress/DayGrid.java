package studycoach.feature.progress;

import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import studycoach.picture.Drawing;
import studycoach.picture.Ink;
import studycoach.picture.Lettering;
import studycoach.study.progress.ActiveDays;

/**
 * A calendar: a column for each week, a row for each day of it, the darker the more answers.
 *
 * @param x its left edge
 * @param y the line of its heading
 */
record DayGrid(Drawing.Sheet sheet, double x, double y) {
  private static final Lettering CAPTION = new Lettering(13, true);
  private static final Lettering SMALL = new Lettering(12, false);
  private static final double WIDTH = 324;
  private static final double DAY_NAMES = 36;
  private static final double PITCH = 17;
  private static final double CELL = 14;
  private static final double ROUND = 4;
  private static final double MONTHS = 26;
  private static final double GRID = 34;
  private static final int DAYS = 7;
  private static final int COLUMNS_OF_A_NAME = 3;

  /** From how many answers of a day each shade is used. */
  private static final List<Integer> FROM = List.of(0, 1, 3, 6, 10);

  private static final List<Ink> SHADES = List.of(Ink.NONE, Ink.FEW, Ink.SOME, Ink.MANY, Ink.MOST);

  void draw(ActiveDays days) {
    String caption = "ANSWERS A DAY, LAST " + ActiveDays.WEEKS + " WEEKS";
    sheet.text(caption, CAPTION, Ink.FAINT_TEXT, x, y, WIDTH);
    for (int week = 0; week < days.weeks().size(); week++) {
      List<ActiveDays.Day> column = days.weeks().get(week);
      for (int row = 0; row < column.size(); row++) {
        cell(left(week), top(row), shade(column.get(row).answers()));
      }
    }
    dayNames(days.weeks().get(0));
    monthNames(days.weeks());
    scale();
  }

  private double left(int week) {
    return x + DAY_NAMES + week * PITCH;
  }

  private double top(int row) {
    return y + GRID + row * PITCH;
  }

  private void cell(double left, double top, Ink ink) {
    sheet.bar(left, top, CELL, CELL, ROUND, ink);
  }

  private static Ink shade(long answers) {
    int shade = FROM.size() - 1;
    while (answers < FROM.get(shade)) {
      shade--;
    }
    return SHADES.get(shade);
  }

  private void dayNames(List<ActiveDays.Day> week) {
    for (int row = 0; row < week.size(); row += 2) {
      String name =
          week.get(row).date().getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
      sheet.text(name, SMALL, Ink.FAINT_TEXT, x, top(row) + CELL - 2, DAY_NAMES - 4);
    }
  }

  /** Above the week in which a month begins, and above the first if there is room. */
  private void monthNames(List<List<ActiveDays.Day>> weeks) {
    int free = 0;
    for (int week = 0; week < weeks.size(); week++) {
      LocalDate first = weeks.get(week).get(0).date();
      boolean begins = first.getDayOfMonth() <= DAYS;
      boolean room = week > 0 || first.plusWeeks(COLUMNS_OF_A_NAME).getMonth() == first.getMonth();
      if ((begins || week == 0) && room && week >= free) {
        String name = first.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
        double most = x + WIDTH - left(week);
        sheet.text(name, SMALL, Ink.FAINT_TEXT, left(week), y + MONTHS, most);
        free = week + COLUMNS_OF_A_NAME;
      }
    }
  }

  private static String range(int shade) {
    int from = FROM.get(shade);
    if (shade == FROM.size() - 1) {
      return from + "+";
    }
    int to = FROM.get(shade + 1) - 1;
    return from == to ? String.valueOf(from) : from + "–" + to;
  }

  private void scale() {
    double at = left(0);
    double line = top(DAYS) + 20;
    for (int shade = 0; shade < SHADES.size(); shade++) {
      cell(at, line - CELL + 2, SHADES.get(shade));
      sheet.text(range(shade), SMALL, Ink.FAINT_TEXT, at + CELL + 5, line, PITCH * 2);
      at += CELL + 5 + PITCH * 2;
    }
  }
}
