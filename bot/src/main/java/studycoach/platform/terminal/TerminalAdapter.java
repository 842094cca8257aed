package studycoach.platform.terminal;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import studycoach.chat.ChannelRef;
import studycoach.chat.ChatAdapter;
import studycoach.chat.ChatException;
import studycoach.chat.Command;
import studycoach.chat.Delivery;
import studycoach.chat.Destination;
import studycoach.chat.Finding;
import studycoach.chat.Inbox;
import studycoach.chat.Message;
import studycoach.chat.MessageRef;
import studycoach.chat.PostKey;
import studycoach.chat.RoleRef;
import studycoach.chat.UserRef;

/** The room as a chat platform. What people type comes from {@link TerminalRoom}. */
public final class TerminalAdapter implements ChatAdapter {
  static final String PLATFORM = "terminal";

  /** The only channel. */
  public static final ChannelRef ROOM = new ChannelRef(PLATFORM, "", "room");

  private final Wall wall;
  private volatile @Nullable Inbox inbox;

  /**
   * @param transcript the file that keeps what was posted; begun if there is none
   * @throws UncheckedIOException if it can't be read
   */
  public TerminalAdapter(Path transcript, Screen screen) {
    this.wall = new Wall(transcript, screen);
  }

  static UserRef account(String name) {
    return new UserRef(PLATFORM, "", name);
  }

  static RoleRef role(String name) {
    return new RoleRef(PLATFORM, "", name, name);
  }

  Wall wall() {
    return wall;
  }

  boolean isHearing() {
    return inbox != null;
  }

  /** Where the room hands in what is typed. */
  Inbox inbox() {
    Inbox started = inbox;
    if (started == null) {
      throw new IllegalStateException("the room was not started");
    }
    return started;
  }

  @Override
  public String platform() {
    return PLATFORM;
  }

  @Override
  public void start(Inbox newInbox) {
    this.inbox = newInbox;
  }

  @Override
  public boolean isConnected() {
    return inbox != null;
  }

  @Override
  public Delivery send(Destination to, Message message, PostKey key) {
    if (!isHere(to)) {
      return new Delivery.Refused("there is only one channel in the terminal");
    }
    return trying(
        () ->
            to instanceof Destination.Thread thread
                ? under(thread, message, key)
                : posted(wall.post(audience(to), Optional.of(key.value()), message)));
  }

  private Delivery under(Destination.Thread thread, Message message, PostKey key) {
    return number(thread.parent())
        .flatMap(parent -> wall.postUnder(parent, key.value(), message))
        .map(TerminalAdapter::posted)
        .orElseGet(TerminalAdapter::nowhere);
  }

  @Override
  public Delivery edit(MessageRef ref, Message message) {
    return trying(
        () ->
            number(ref).filter(number -> wall.edit(number, message)).isPresent()
                ? new Delivery.Posted(ref)
                : nowhere());
  }

  private static Optional<Long> number(MessageRef ref) {
    return ref.channel().equals(ROOM) && ref.id().matches("\\d{1,18}")
        ? Optional.of(Long.valueOf(ref.id()))
        : Optional.empty();
  }

  private static Delivery posted(long number) {
    return new Delivery.Posted(ref(number));
  }

  private static Delivery nowhere() {
    return new Delivery.Refused("there is no such message in the terminal");
  }

  @Override
  public Optional<MessageRef> find(Destination to, PostKey key) {
    if (!isHere(to)) {
      return Optional.empty();
    }
    Optional<Long> under =
        to instanceof Destination.Thread thread ? number(thread.parent()) : Optional.empty();
    return wall.find(audience(to), under, key.value()).map(notice -> ref(notice.number()));
  }

  @Override
  public List<Finding> examine(List<Command> commands, List<ChannelRef> channels) {
    return List.of();
  }

  /** {@inheritDoc} The room is left, with the next line at the latest. */
  @Override
  public void stopHearing() {
    inbox = null;
  }

  @Override
  public void close() {
    wall.close();
  }

  private static boolean isHere(Destination to) {
    return to instanceof Destination.Channel channel
        ? channel.channel().equals(ROOM)
        : to.platform().equals(PLATFORM);
  }

  private static Optional<String> audience(Destination to) {
    return to instanceof Destination.Direct direct
        ? Optional.of(direct.user().id())
        : Optional.empty();
  }

  private static MessageRef ref(long number) {
    return new MessageRef(ROOM, String.valueOf(number));
  }

  private static Delivery trying(Supplier<Delivery> delivery) {
    try {
      return delivery.get();
    } catch (UncheckedIOException e) {
      throw new ChatException("the transcript did not take it", Duration.ZERO, e);
    }
  }
}
