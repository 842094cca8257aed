package studycoach.chat;

/** Whether somebody manages a place; asked only where it matters, since it may take a call. */
@FunctionalInterface
public interface Authority {
  Authority MANAGER = () -> true;
  Authority NONE = () -> false;

  /**
   * Whether they do.
   *
   * @throws UserError if the platform can't tell now
   */
  boolean manages();
}
