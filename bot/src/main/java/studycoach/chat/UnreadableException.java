package studycoach.chat;

import java.io.Serial;

/** The platform does not let us read what stands in a place, and won't until people allow it. */
public final class UnreadableException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  /**
   * @param reason for organisers, as in {@link Delivery.Refused}
   */
  public UnreadableException(String reason) {
    super(reason);
  }

  public String reason() {
    return String.valueOf(getMessage());
  }
}
