package studycoach.platform.discord;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** Discord can't be used; the message is one line that says why and what to do. */
public final class DiscordException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  DiscordException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
