package studycoach.config;

import java.io.Serial;
import java.util.List;

/** Settings that can't be used; the message has a line for each of them. */
public final class SettingsException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  public SettingsException(List<String> wrong) {
    super(String.join("\n", wrong));
  }
}
