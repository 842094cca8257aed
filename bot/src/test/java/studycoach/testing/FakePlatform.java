package studycoach.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import studycoach.chat.ChannelRef;
import studycoach.chat.ChatAdapter;
import studycoach.chat.ChatException;
import studycoach.chat.Delivery;
import studycoach.chat.Destination;
import studycoach.chat.Inbox;
import studycoach.chat.Joined;
import studycoach.chat.Message;
import studycoach.chat.MessageRef;
import studycoach.chat.PostKey;
import studycoach.chat.UserRef;

/** A chat platform in memory, which fails as a test wants it to, and the people on it. */
public final class FakePlatform implements ChatAdapter {
  private final String platform;
  private final Runnable settle;
  private final List<Standing> wall = new ArrayList<>();
  private final Map<String, Person> people = new HashMap<>();
  private final Deque<Function<Standing, Delivery>> upcoming = new ArrayDeque<>();
  private Optional<Inbox> inbox = Optional.empty();
  private Optional<String> locked = Optional.empty();
  private final Set<UserRef> closed = new HashSet<>();
  private int edits;
  private boolean editFails;

  /**
   * @param settle done after each thing that a person does
   */
  public FakePlatform(String platform, Runnable settle) {
    this.platform = platform;
    this.settle = settle;
  }

  public ChannelRef channel() {
    return new ChannelRef(platform, "w", "general");
  }

  public Person person(String name) {
    return people.computeIfAbsent(name, known -> new Person(this, known, false));
  }

  /** Somebody who manages the workspace. */
  public Person manager(String name) {
    return people.computeIfAbsent(name, known -> new Person(this, known, true));
  }

  /** The next message is not taken. */
  public void refuseNext(String reason) {
    upcoming.add(standing -> new Delivery.Refused(reason));
  }

  /** Nothing is taken in the channel until it is opened. */
  public void locks(String reason) {
    locked = Optional.of(reason);
  }

  public void opens() {
    locked = Optional.empty();
  }

  /** Somebody takes no direct messages until they open them. */
  public void closesDirectMessages(Person person) {
    closed.add(person.user());
  }

  public void opensDirectMessages(Person person) {
    closed.remove(person.user());
  }

  /** The bot is added to the workspace. */
  public void joins(Instant at) {
    inbox().joined(new Joined(channel(), at));
    settle();
  }

  /** The next message does not get there, and nobody tells us. */
  public void failNextBeforePosting(Duration retryAfter) {
    upcoming.add(
        standing -> {
          throw new ChatException("unreachable", retryAfter, new IllegalStateException());
        });
  }

  /** The next edit does not get there. */
  public void failNextEdit() {
    editFails = true;
  }

  /** The next message gets there, but the platform's answer does not come back. */
  public void failNextAfterPosting() {
    upcoming.add(
        standing -> {
          wall.add(standing);
          throw new ChatException("lost", Duration.ZERO, new IllegalStateException());
        });
  }

  /** All that was posted for all, in its present form. */
  public List<Message> posts() {
    return wall.stream().filter(s -> s.reader.isEmpty()).map(s -> s.message).toList();
  }

  public List<String> texts() {
    return posts().stream().map(Texts::of).toList();
  }

  /** The public message at a place, from 0. */
  public String text(int place) {
    return Texts.of(posts().get(place));
  }

  /** All that one person can see now. */
  public String seenBy(String name) {
    return wall.stream()
        .filter(s -> s.reader.map(reader -> reader.id().equals(name)).orElse(true))
        .map(s -> Texts.of(s.message))
        .collect(Collectors.joining("\n"));
  }

  public String lastText() {
    return texts().get(texts().size() - 1);
  }

  public int edits() {
    return edits;
  }

  @Override
  public String platform() {
    return platform;
  }

  @Override
  public void start(Inbox newInbox) {
    inbox = Optional.of(newInbox);
  }

  @Override
  public Delivery send(Destination to, Message message, PostKey key) {
    Optional<UserRef> reader =
        to instanceof Destination.Direct direct ? Optional.of(direct.user()) : Optional.empty();
    Standing standing = new Standing(nextRef(reader), reader, Optional.of(key), message);
    if (!upcoming.isEmpty()) {
      return upcoming.remove().apply(standing);
    }
    if (reader.isPresent() && closed.contains(reader.get())) {
      return new Delivery.Refused("direct messages are closed");
    }
    if (reader.isEmpty() && locked.isPresent()) {
      return new Delivery.Refused(locked.get());
    }
    wall.add(standing);
    return new Delivery.Posted(standing.ref);
  }

  /** All that stands, the oldest first. */
  List<Standing> wall() {
    return wall;
  }

  /** Where the bot takes what people do. */
  Inbox inbox() {
    return inbox.orElseThrow();
  }

  void settle() {
    settle.run();
  }

  MessageRef nextRef(Optional<UserRef> reader) {
    ChannelRef in =
        reader.map(user -> new ChannelRef(platform, "w", "with " + user.id())).orElse(channel());
    return new MessageRef(in, "m" + wall.size());
  }

  @Override
  public Delivery edit(MessageRef ref, Message message) {
    if (editFails) {
      editFails = false;
      throw new ChatException("unreachable", Duration.ZERO, new IllegalStateException());
    }
    if (ref.channel().equals(channel()) && locked.isPresent()) {
      return new Delivery.Refused(locked.get());
    }
    Optional<Standing> standing = wall.stream().filter(s -> s.ref.equals(ref)).findFirst();
    if (standing.isEmpty()) {
      return new Delivery.Refused("there is no such message");
    }
    edits++;
    standing.get().message = message;
    return new Delivery.Posted(ref);
  }

  @Override
  public Optional<MessageRef> find(Destination to, PostKey key) {
    Optional<UserRef> reader =
        to instanceof Destination.Direct direct ? Optional.of(direct.user()) : Optional.empty();
    return wall.stream()
        .filter(s -> s.reader.equals(reader) && s.key.equals(Optional.of(key)))
        .map(s -> s.ref)
        .findFirst();
  }

  @Override
  public void close() {
    inbox = Optional.empty();
  }
}
