package studycoach.chat;

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
}
