package studycoach.chat;

/**
 * Something that an operator asked to have looked at.
 *
 * @param good whether it is as it should be
 * @param seen what was seen, one line
 * @param advice what to do, one line; empty if there is nothing to do
 */
public record Finding(boolean good, String seen, String advice) {
  public static Finding good(String seen) {
    return new Finding(true, seen, "");
  }

  public static Finding bad(String seen, String advice) {
    return new Finding(false, seen, advice);
  }
}
