package studycoach.chat;

/**
 * How a command, click or modal will be answered. It is declared beforehand, since Discord fixes it
 * when it is told that we heard.
 */
public enum Response {
  /** A message that only this person sees. */
  PRIVATE,
  /** A message for all who are here. */
  PUBLIC,
  /**
   * The private message that holds the control is replaced, or a second private message is said.
   */
  UPDATE,
  /** A form opens. Its handler runs on the platform's own thread and does no I/O. */
  MODAL
}
