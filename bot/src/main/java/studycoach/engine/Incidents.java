package studycoach.engine;

import studycoach.chat.Incoming;

/** Where bugs are told to the owner. */
public interface Incidents {

  /**
   * Keeps what happened.
   *
   * @return a code by which the person can name it to the owner
   */
  String report(Incoming incoming, RuntimeException cause);

  /** Whether it is no bug: the database is away, and all will be well when it is back. */
  boolean isOutage(RuntimeException cause);
}
