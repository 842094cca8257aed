package studycoach.chat;

import java.util.regex.Pattern;

/** Repeats what somebody typed within an error: short, and without control characters. */
final class Echo {
  private static final int LONGEST = 60;
  private static final Pattern INVISIBLE =
      Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]+");

  private Echo() {}

  /** The text in curly quotes; of a long one, the first characters. */
  static String of(String typed) {
    String start = typed.substring(0, Math.min(typed.length(), 4 * LONGEST));
    String clean = INVISIBLE.matcher(start).replaceAll(" ").strip();
    return "“" + shortened(clean) + "”";
  }

  private static String shortened(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    boolean splitsPair = Character.isHighSurrogate(text.charAt(LONGEST - 2));
    return text.substring(0, splitsPair ? LONGEST - 2 : LONGEST - 1) + "…";
  }
}
