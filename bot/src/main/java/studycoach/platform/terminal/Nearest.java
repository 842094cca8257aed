package studycoach.platform.terminal;

import java.util.Comparator;
import java.util.stream.Stream;

/** Finds the word that was probably meant. */
final class Nearest {
  private Nearest() {}

  /** Some word of at least one, though none be near. */
  static String of(String typed, Stream<String> words) {
    return words
        .min(Comparator.comparingInt(word -> distance(typed, word)))
        .orElseThrow(() -> new IllegalArgumentException("no words"));
  }

  /** How many letters to change, add or leave out. */
  private static int distance(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int changed = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[to.length()];
  }
}
