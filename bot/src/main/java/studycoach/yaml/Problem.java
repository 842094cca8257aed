package studycoach.yaml;

/**
 * Something wrong in a file that people edit.
 *
 * @param file as people know it, e.g. {@code mls-c01/modeling.yaml}
 * @param line from 1; 0 if the whole file (or folder) is meant
 * @param key the path of the key, with dots, from the nearest entry of a list on: the line tells
 *     which entry; empty if no key is meant
 * @param message what is wrong, and what is expected instead
 */
public record Problem(String file, int line, String key, String message) {

  /** One line, e.g. {@code mls-c01/modeling.yaml:12: options: has no key}. */
  @Override
  public String toString() {
    String place = line > 0 ? file + ":" + line : file;
    return place + ": " + (key.isEmpty() ? "" : key + ": ") + message;
  }
}
