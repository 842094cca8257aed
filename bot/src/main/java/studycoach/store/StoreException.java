package studycoach.store;

import java.io.Serial;

/** The database can't be used; the message tells the operator why and what to do. */
public final class StoreException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  public StoreException(String message) {
    super(message);
  }

  public StoreException(String message, Throwable cause) {
    super(message, cause);
  }
}
