package studycoach.chat;

import java.time.Duration;

/** What became of a message that was sent or edited. */
public sealed interface Delivery {

  /** It stands there. */
  record Posted(MessageRef ref) implements Delivery {}

  /**
   * It will not be taken there, now or later, unless somebody changes something.
   *
   * @param reason for the organiser, e.g. {@code the channel was deleted}
   */
  record Refused(String reason) implements Delivery {}

  /**
   * The platform's pace does not allow it yet; nothing was done.
   *
   * @param after when to try again
   */
  record Later(Duration after) implements Delivery {}
}
