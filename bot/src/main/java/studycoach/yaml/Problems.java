package studycoach.yaml;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects the problems of one file. Not for use by several threads. */
public final class Problems {
  /** So that a file of millions of mistakes can't fill the memory with messages. */
  static final int MOST = 200;

  private final String file;
  private final Set<Problem> found = new LinkedHashSet<>();

  /**
   * Starts with none.
   *
   * @param file the name under which the file's problems are reported
   */
  public Problems(String file) {
    this.file = file;
  }

  /** The name under which the file's problems are reported. */
  public String file() {
    return file;
  }

  /** Adds a problem of the file as a whole. */
  public void add(String message) {
    add(0, "", message);
  }

  /** Adds a problem, once, with a line from 1; beyond the first 200 they are only mentioned. */
  public void add(int line, String key, String message) {
    if (found.size() < MOST) {
      found.add(new Problem(file, line, key, message));
    } else if (found.size() == MOST) {
      found.add(new Problem(file, Integer.MAX_VALUE, "", ""));
    }
  }

  /** Whether the file is fine so far. */
  public boolean isEmpty() {
    return found.isEmpty();
  }

  /** Everything found so far, by line; last, if so, that there is more than is listed. */
  public List<Problem> list() {
    return found.stream()
        .sorted(Comparator.comparingInt(Problem::line))
        .map(problem -> problem.line() == Integer.MAX_VALUE ? more() : problem)
        .toList();
  }

  private Problem more() {
    return new Problem(file, 0, "", "has more problems than the " + MOST + " listed");
  }
}
