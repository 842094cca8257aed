package studycoach.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Collectors;
import studycoach.chat.ChannelRef;
import studycoach.chat.ChatAdapter;
import studycoach.chat.ChatException;
import studycoach.chat.Command;
import studycoach.chat.Delivery;
import studycoach.chat.Destination;
import studycoach.chat.Finding;
import studycoach.chat.Inbox;
import studycoach.chat.Joined;
import studycoach.chat.Message;
import studycoach.chat.MessageRef;
import studycoach.chat.PostKey;
import studycoach.chat.RoleRef;
import studycoach.chat.UnreadableException;
import studycoach.chat.UserRef;
import studycoach.platform.discord.DiscordLimits;
import studycoach.platform.slack.SlackLimits;

/**
 * A chat platform in memory, which fails as a test wants it to, and the people on it. Whatever is
 * shown on it has to fit on Discord and Slack too.
 */
public final class FakePlatform implements ChatAdapter {
  private final String platform;
  private final Runnable settle;
  private final List<Standing> wall = new ArrayList<>();
  private final List<Standing> forAll = new ArrayList<>();
  private final Map<MessageRef, Standing> byRef = new HashMap<>();
  private final Map<String, Person> people = new HashMap<>();
  private final Deque<Function<Standing, Delivery>> upcoming = new ArrayDeque<>();
  private Optional<Inbox> inbox = Optional.empty();
  private Optional<String> locked = Optional.empty();
  private Optional<String> unreadable = Optional.empty();
  private final Set<UserRef> closed = new HashSet<>();
  private final List<String> wrong = new CopyOnWriteArrayList<>();
  private int edits;
  private int refused;
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

  RoleRef role(String name) {
    return new RoleRef(platform, "w", "id of " + name, name);
  }

  public Person person(String name) {
    return people.computeIfAbsent(name, known -> new Person(this, known, false));
  }

  /** Somebody who manages the workspace. */
  public Person manager(String name) {
    return people.computeIfAbsent(name, known -> new Person(this, known, true));
  }

  /** The next message is taken: what is ordered after this meets the one after it. */
  public void takeNext() {
    upcoming.add(
        standing -> {
          put(standing);
          return new Delivery.Posted(standing.ref);
        });
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

  /** What stands anywhere can't be read until it is shown again. */
  public void hidesHistory(String reason) {
    unreadable = Optional.of(reason);
  }

  public void showsHistory() {
    unreadable = Optional.empty();
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
          put(standing);
          throw new ChatException("lost", Duration.ZERO, new IllegalStateException());
        });
  }

  /** All that was posted for all, in its present form. */
  public List<Message> posts() {
    return forAll.stream().map(s -> s.message).toList();
  }

  public List<String> texts() {
    return posts().stream().map(Texts::of).toList();
  }

  /** The public message at a place, from 0. */
  public String text(int place) {
    return Texts.of(forAll(place).message);
  }

  /** All that one person can see now. */
  public String seenBy(String name) {
    return wall.stream()
        .filter(s -> s.reader.map(reader -> reader.id().equals(name)).orElse(true))
        .map(s -> Texts.of(s.message))
        .collect(Collectors.joining("\n"));
  }

  public String lastText() {
    return text(forAll.size() - 1);
  }

  public int edits() {
    return edits;
  }

  /** How many posts were not taken since the channel was locked. */
  public int refused() {
    return refused;
  }

  @Override
  public String platform() {
    return platform;
  }

  @Override
  public void start(Inbox newInbox) {
    inbox = Optional.of(newInbox);
  }

  /**
   * Every message that was shown until now could be shown on Discord and Slack, no post being cut.
   */
  void assertFits() {
    assertThat(wrong).isEmpty();
  }

  private static void assertPostFits(Message message) {
    DiscordLimits.assertPost(message);
    SlackLimits.assertPost(message);
  }

  /** Notes what is wrong, since who posts has other work to do then. */
  void noting(Runnable assertions) {
    try {
      assertions.run();
    } catch (AssertionError | IllegalArgumentException e) {
      wrong.add(String.valueOf(e.getMessage()));
    }
  }

  @Override
  public boolean isConnected() {
    return inbox.isPresent();
  }

  @Override
  public Delivery send(Destination to, Message message, PostKey key) {
    noting(() -> assertPostFits(message));
    if (to instanceof Destination.Thread thread && standing(thread.parent()).isEmpty()) {
      return new Delivery.Refused("there is no such message");
    }
    Optional<UserRef> reader =
        to instanceof Destination.Direct direct ? Optional.of(direct.user()) : Optional.empty();
    Standing standing =
        new Standing(
            new MessageRef(place(to), "m" + wall.size()), reader, Optional.of(key), message);
    if (to instanceof Destination.Thread thread) {
      standing.inThread(thread.title());
    }
    if (!upcoming.isEmpty()) {
      return upcoming.remove().apply(standing);
    }
    if (reader.isPresent() && closed.contains(reader.get())) {
      return new Delivery.Refused("direct messages are closed");
    }
    if (reader.isEmpty() && locked.isPresent()) {
      refused++;
      return new Delivery.Refused(locked.get());
    }
    put(standing);
    return new Delivery.Posted(standing.ref);
  }

  void put(Standing standing) {
    wall.add(standing);
    byRef.putIfAbsent(standing.ref, standing);
    if (standing.reader.isEmpty()) {
      forAll.add(standing);
    }
  }

  /** The one at a place, from 0, of what all see. */
  Standing forAll(int place) {
    return forAll.get(place);
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
    assertFits();
  }

  MessageRef nextRef(Optional<UserRef> reader) {
    ChannelRef in = reader.map(this::direct).orElse(channel());
    return new MessageRef(in, "m" + wall.size());
  }

  private ChannelRef direct(UserRef user) {
    return new ChannelRef(platform, "w", "with " + user.id());
  }

  private ChannelRef place(Destination to) {
    if (to instanceof Destination.Thread thread) {
      return new ChannelRef(platform, "w", "thread of " + thread.parent().id());
    }
    return to instanceof Destination.Direct direct ? direct(direct.user()) : channel();
  }

  private Optional<Standing> standing(MessageRef ref) {
    return Optional.ofNullable(byRef.get(ref));
  }

  /** The threads by their titles, each with the words of the message that it hangs on. */
  public Map<String, String> threads() {
    Map<String, String> threads = new LinkedHashMap<>();
    for (MessageRef parent : wall.stream().map(s -> s.ref).toList()) {
      inThread(parent).stream()
          .findFirst()
          .flatMap(Standing::thread)
          .ifPresent(title -> threads.put(title, Texts.of(standing(parent).orElseThrow().message)));
    }
    return threads;
  }

  /** What stands in the thread of a message, the oldest first. */
  List<Standing> inThread(MessageRef parent) {
    ChannelRef thread = place(new Destination.Thread(parent, ""));
    return wall.stream().filter(s -> s.ref.channel().equals(thread)).toList();
  }

  @Override
  public Delivery edit(MessageRef ref, Message message) {
    noting(() -> assertPostFits(message));
    if (editFails) {
      editFails = false;
      throw new ChatException("unreachable", Duration.ZERO, new IllegalStateException());
    }
    if (ref.channel().equals(channel()) && locked.isPresent()) {
      return new Delivery.Refused(locked.get());
    }
    Optional<Standing> standing = standing(ref);
    if (standing.isEmpty()) {
      return new Delivery.Refused("there is no such message");
    }
    edits++;
    standing.get().message = message;
    return new Delivery.Posted(ref);
  }

  @Override
  public Optional<MessageRef> find(Destination to, PostKey key) {
    if (unreadable.isPresent()) {
      throw new UnreadableException(unreadable.get());
    }
    ChannelRef place = place(to);
    return wall.stream()
        .filter(s -> s.ref.channel().equals(place) && s.key.equals(Optional.of(key)))
        .map(s -> s.ref)
        .findFirst();
  }

  @Override
  public List<Finding> examine(List<Command> commands, List<ChannelRef> channels) {
    return List.of();
  }

  @Override
  public void stopHearing() {
    inbox = Optional.empty();
  }

  @Override
  public void close() {
    inbox = Optional.empty();
  }
}
