package studycoach.pack.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A plain table, aligned for a terminal: the first column to the left, numbers to the right.
 *
 * @param header a title for each column
 * @param rows as many cells each
 */
public record Table(List<String> header, List<List<String>> rows) {
  private static final int WIDEST = 100;
  private static final String GAP = "  ";

  /** A line for the header and each row, at most 100 characters: the first column gives way. */
  public List<String> lines() {
    List<List<String>> all = Stream.concat(Stream.of(header), rows.stream()).toList();
    List<Integer> widths = new ArrayList<>();
    for (int column = 0; column < header.size(); column++) {
      int at = column;
      widths.add(all.stream().mapToInt(row -> row.get(at).length()).max().orElse(0));
    }
    int others = widths.stream().skip(1).mapToInt(width -> GAP.length() + width).sum();
    widths.set(0, Math.min(widths.get(0), WIDEST - others));
    return all.stream().map(row -> line(row, widths)).toList();
  }

  private static String line(List<String> row, List<Integer> widths) {
    return IntStream.range(0, row.size())
        .mapToObj(
            at -> at == 0 ? left(row.get(0), widths.get(0)) : right(row.get(at), widths.get(at)))
        .collect(Collectors.joining(GAP))
        .stripTrailing();
  }

  private static String left(String text, int width) {
    String fitting = text.length() <= width ? text : text.substring(0, width - 1) + "…";
    return fitting + " ".repeat(width - fitting.length());
  }

  private static String right(String text, int width) {
    return " ".repeat(width - text.length()) + text;
  }
}
