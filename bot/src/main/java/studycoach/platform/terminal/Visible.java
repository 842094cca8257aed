package studycoach.platform.terminal;

/** Makes text of people fit for a terminal: nothing in it can move the cursor or turn the line. */
final class Visible {
  private static final int DELETE = 0x7f;
  private static final int PICTURES = 0x2400;
  private static final int PICTURE_OF_DELETE = 0x2421;
  private static final int UNKNOWN = 0xfffd;

  private Visible() {}

  /** For a place where there is one line only. */
  static String line(String text) {
    return text(text).replace("\n", "\u240a");
  }

  /** Line breaks stay; a tab becomes a blank. */
  static String text(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.replace("\r\n", "\n").codePoints().map(Visible::sign).forEach(out::appendCodePoint);
    return out.toString();
  }

  private static int sign(int point) {
    if (point == '\n') {
      return point;
    }
    if (point == '\t') {
      return ' ';
    }
    if (point < ' ') {
      return PICTURES + point;
    }
    if (point == DELETE) {
      return PICTURE_OF_DELETE;
    }
    return isHarmful(point) ? UNKNOWN : point;
  }

  /** Other controls, line and paragraph separators, halves of a character, turns of direction. */
  private static boolean isHarmful(int point) {
    int type = Character.getType(point);
    boolean turns = (point >= 0x202a && point <= 0x202e) || (point >= 0x2066 && point <= 0x2069);
    return turns
        || type == Character.CONTROL
        || type == Character.SURROGATE
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }
}
