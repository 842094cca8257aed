package studycoach.chat;

import java.io.Serial;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The platform could not be reached, or asked us to wait: the same call may succeed later. */
public final class ChatException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;
  private final Duration retryAfter;

  /**
   * @param retryAfter how long the platform wants to be left alone; zero if it said nothing
   */
  public ChatException(String message, Duration retryAfter, @Nullable Throwable cause) {
    super(message, cause);
    this.retryAfter = retryAfter;
  }

  public Duration retryAfter() {
    return retryAfter;
  }
}
