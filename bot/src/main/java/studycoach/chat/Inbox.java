package studycoach.chat;

import java.util.List;

/** Where a platform hands in what people do. Safe to call from many threads. */
public interface Inbox {

  /** All commands, for registration, completion and help. */
  List<Command> commands();

  /** How this will be answered. Quick and without I/O: meant for the platform's own thread. */
  Response responseTo(Incoming incoming);

  /**
   * Does what was asked. Never throws: what goes wrong is told in the reply.
   *
   * @return an {@link Reply.Open} only if {@link #responseTo} said so
   */
  Reply accept(Incoming incoming);

  /**
   * Does something that a platform may tell again, perhaps to another process, unless it was done
   * already or is being done.
   *
   * @param key the same whenever it is told again, at most 300 characters
   */
  void once(String key, Runnable work);

  /**
   * Hears that the bot was added to a workspace, perhaps more than once and long after. Never
   * throws.
   */
  void joined(Joined joined);
}
