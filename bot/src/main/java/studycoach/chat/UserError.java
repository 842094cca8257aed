package studycoach.chat;

import java.io.Serial;

/**
 * Something that the person did can't be done; the message tells them why and what to do instead.
 * It is shown to them as it stands.
 */
public final class UserError extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  public UserError(String message) {
    super(message, null, false, false);
  }

  /** The message, which always exists. */
  public String said() {
    return String.valueOf(getMessage());
  }
}
