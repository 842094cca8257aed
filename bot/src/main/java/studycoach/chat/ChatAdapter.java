package studycoach.chat;

import java.util.List;
import java.util.Optional;

/** A chat platform. Its calls block until the platform has answered. */
public interface ChatAdapter extends AutoCloseable {

  /** The name that references of this platform bear, e.g. {@code discord}. */
  String platform();

  /** Connects and hands in what people do from now on. */
  void start(Inbox inbox);

  /** Whether people are heard now, and messages can be posted. Quick and without I/O. */
  boolean isConnected();

  /**
   * The share of the platform to which a place belongs, e.g. {@code 2/4}, where processes divide
   * the platform among them and only one of them can post there; empty if every one can.
   */
  default Optional<String> share(Destination to) {
    return Optional.empty();
  }

  /** The shares that this process has; none if the platform is not divided. */
  default List<String> shares() {
    return List.of();
  }

  /**
   * Posts a message.
   *
   * @param key carried by one of the message's controls
   * @throws ChatException if it is unknown whether the message stands there now
   */
  Delivery send(Destination to, Message message, PostKey key);

  /**
   * Replaces a message of ours; the same content twice is no error.
   *
   * @throws ChatException if it may work later
   */
  Delivery edit(MessageRef ref, Message message);

  /**
   * Looks for a post of ours whose sending is in doubt.
   *
   * @throws ChatException if the platform can't tell now
   * @throws UnreadableException if it won't tell
   */
  Optional<MessageRef> find(Destination to, PostKey key);

  /**
   * Looks for what keeps the bot from working here, for its operator. Connects for that if it has
   * not started; changes nothing.
   *
   * @param commands what should be made known
   * @param channels where the bot should be able to post
   */
  List<Finding> examine(List<Command> commands, List<ChannelRef> channels);

  /**
   * Takes no more of what people do. What was acknowledged before is still worked on and answered,
   * and everything else goes on.
   */
  void stopHearing();

  /** Waits some seconds for answers that are under way, then ends the connection. */
  @Override
  void close();
}
