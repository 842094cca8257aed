package studycoach.platform.terminal;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Where lines are typed and text is shown. */
public interface Screen extends AutoCloseable {

  /** Waits for a line; empty when there will be none any more. */
  Optional<String> readLine(String prompt);

  /** Shows whole lines, above a prompt that waits. Safe to call from any thread. */
  void print(String lines);

  /** How many columns there are. */
  int width();

  /** Whether styles may be used. */
  boolean colour();

  @Override
  void close();

  /**
   * The screen of this process: with line editing if it is a terminal that can do so.
   *
   * @param history where typed lines are kept
   * @param complete what the last word of the line given may become
   */
  static Screen open(Path history, Function<String, List<String>> complete) {
    Map<String, String> environment = System.getenv();
    boolean dumb = "dumb".equals(environment.get("TERM"));
    Optional<Screen> edited =
        dumb ? Optional.empty() : EditedScreen.open(history, complete, colour(environment));
    return edited.orElseGet(() -> plain(System.in, System.out));
  }

  /** Lines in, lines out, in UTF-8; each line typed is shown again after its prompt. */
  static Screen plain(InputStream in, OutputStream out) {
    return new PlainScreen(in, out);
  }

  /** See no-color.org. */
  private static boolean colour(Map<String, String> environment) {
    return environment.getOrDefault("NO_COLOR", "").isEmpty();
  }
}
