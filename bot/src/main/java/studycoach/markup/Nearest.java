package studycoach.markup;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds what somebody probably meant who mistyped a word. */
public final class Nearest {
  private static final int LONGEST = 60;
  private static final int MOST_SLIPS = 3;
  private static final int SHORTEST_START = 2;

  private Nearest() {}

  /**
   * The known word with the fewest slips (a letter more, less, other, or two swapped), in any
   * letter case; a word that merely begins so counts as one slip.
   *
   * @return empty if none is near: one slip in two letters is forgiven, three at most. Of equals,
   *     the first
   */
  public static Optional<String> of(String typed, Collection<String> known) {
    String word = typed.toLowerCase(Locale.ROOT);
    if (word.length() > LONGEST) {
      return Optional.empty();
    }
    String best = "";
    int fewest = Math.min(word.length(), Math.min(MOST_SLIPS, word.length() / 2) + 1);
    for (String candidate : known) {
      int slips = slips(word, candidate.toLowerCase(Locale.ROOT));
      if (slips < fewest) {
        fewest = slips;
        best = candidate;
      }
    }
    return Optional.of(best).filter(found -> !found.isEmpty());
  }

  /** The end of an error message, {@code , did you mean 'exam'?}, or nothing if no word is near. */
  public static String hint(String typed, Collection<String> known) {
    return of(typed, known).map(word -> ", did you mean '" + word + "'?").orElse("");
  }

  private static int slips(String typed, String known) {
    if (typed.equals(known)) {
      return 0;
    }
    boolean begins = typed.length() >= SHORTEST_START && known.startsWith(typed);
    if (begins) {
      return 1;
    }
    return known.length() > 2 * LONGEST ? Integer.MAX_VALUE : distance(typed, known);
  }

  /** Damerau's distance, where no part is changed twice. */
  private static int distance(String from, String to) {
    int[][] cost = new int[from.length() + 1][to.length() + 1];
    for (int i = 0; i <= from.length(); i++) {
      for (int j = 0; j <= to.length(); j++) {
        cost[i][j] = i == 0 || j == 0 ? i + j : step(cost, from, to, i, j);
      }
    }
    return cost[from.length()][to.length()];
  }

  private static int step(int[][] cost, String from, String to, int i, int j) {
    int other = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
    int least = Math.min(cost[i - 1][j], cost[i][j - 1]) + 1;
    least = Math.min(least, cost[i - 1][j - 1] + other);
    boolean swapped =
        i > 1
            && j > 1
            && from.charAt(i - 1) == to.charAt(j - 2)
            && from.charAt(i - 2) == to.charAt(j - 1);
    return swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
  }
}
