package studycoach.yaml;

/** Pieces of a file inside a message: short, and on one line. */
final class Quote {
  private static final int LONGEST = 60;

  private Quote() {}

  /** The text in single quotes, shortened. */
  static String of(String text) {
    return "'" + brief(text) + "'";
  }

  /** The text without control characters, cut after 60 characters. */
  static String brief(String text) {
    boolean cut = text.codePointCount(0, text.length()) > LONGEST;
    String start = cut ? text.substring(0, text.offsetByCodePoints(0, LONGEST)) : text;
    String plain = start.replaceAll("[\\p{Cntrl}\\p{Cs}]", " ");
    return cut ? plain + "…" : plain;
  }
}
