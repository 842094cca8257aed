package studycoach.chat;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A platform can't be reached or turns the bot away; the message tells the operator what to do. */
public final class PlatformException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  public PlatformException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
