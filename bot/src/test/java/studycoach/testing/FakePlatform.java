package studycoach.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import studycoach.chat.ActionId;
import studycoach.chat.ChannelRef;
import studycoach.chat.ChatAdapter;
import studycoach.chat.ChatException;
import studycoach.chat.Control;
import studycoach.chat.Delivery;
import studycoach.chat.Destination;
import studycoach.chat.Inbox;
import studycoach.chat.Incoming;
import studycoach.chat.Message;
import studycoach.chat.MessageRef;
import studycoach.chat.Origin;
import studycoach.chat.PostKey;
import studycoach.chat.Reply;
import studycoach.chat.Response;
import studycoach.chat.UserRef;

/** A chat platform in memory, which fails as a test wants it to, and the people on it. */
public final class FakePlatform implements ChatAdapter {
  private final String platform;
  private final Runnable settle;
  private final List<Standing> wall = new ArrayList<>();
  private final Map<String, Person> people = new HashMap<>();
  private final Deque<Function<Standing, Delivery>> upcoming = new ArrayDeque<>();
  private Optional<Inbox> inbox = Optional.empty();
  private int edits;
  private boolean editFails;

  /**
   * @param settle done after each thing that a person does
   */
  public FakePlatform(String platform, Runnable settle) {
    this.platform = platform;
    this.settle = settle;
  }

  /** A message that stands, as it is now; private ones have one reader. */
  private static final class Standing {
    private final MessageRef ref;
    private final Optional<UserRef> reader;
    private final Optional<PostKey> key;
    private Message message;

    Standing(MessageRef ref, Optional<UserRef> reader, Optional<PostKey> key, Message message) {
      this.ref = ref;
      this.reader = reader;
      this.key = key;
      this.message = message;
    }
  }

  public ChannelRef channel() {
    return new ChannelRef(platform, "w", "general");
  }

  public Person person(String name) {
    return people.computeIfAbsent(name, known -> new Person(known, false));
  }

  /** Somebody who manages the workspace. */
  public Person manager(String name) {
    return people.computeIfAbsent(name, known -> new Person(known, true));
  }

  /** The next message is not taken. */
  public void refuseNext(String reason) {
    upcoming.add(standing -> new Delivery.Refused(reason));
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
    Standing standing = new Standing(nextRef(), reader, Optional.of(key), message);
    if (!upcoming.isEmpty()) {
      return upcoming.remove().apply(standing);
    }
    wall.add(standing);
    return new Delivery.Posted(standing.ref);
  }

  private MessageRef nextRef() {
    return new MessageRef(channel(), "m" + wall.size());
  }

  @Override
  public Delivery edit(MessageRef ref, Message message) {
    if (editFails) {
      editFails = false;
      throw new ChatException("unreachable", Duration.ZERO, new IllegalStateException());
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

  /** Somebody on the platform, for sentences like {@code amira.runs("today").presses("A")}. */
  public final class Person {
    private final UserRef user;
    private final String name;
    private final boolean manager;
    private String last = "";

    private Person(String name, boolean manager) {
      this.user = new UserRef(platform, "w", name);
      this.name = name;
      this.manager = manager;
    }

    private Origin origin() {
      return new Origin(user, name, Optional.of(channel()), manager);
    }

    public Person runs(String line) {
      return does(
          new Incoming.Typed(
              origin(), line, Map.of("@ben", person("ben").user, "@amira", person("amira").user)),
          Optional.empty());
    }

    /** Presses the button of this label on the newest message that has one. */
    public Person presses(String label) {
      Standing on = visible().filter(s -> button(s, label).isPresent()).findFirst().orElseThrow();
      return clicks(on, button(on, label).orElseThrow(), List.of());
    }

    /** Presses the button of this label on the public message at a place, from 0. */
    public Person pressesOn(int place, String label) {
      Standing on = wall.stream().filter(s -> s.reader.isEmpty()).toList().get(place);
      return clicks(on, button(on, label).orElseThrow(), List.of());
    }

    /** Fills the newest select with the choices of these labels. */
    public Person chooses(List<String> labels) {
      return fills(visible().filter(s -> select(s).isPresent()).findFirst().orElseThrow(), labels);
    }

    /** Fills the select of the public message at a place, from 0. */
    public Person choosesOn(int place, List<String> labels) {
      return fills(wall.stream().filter(s -> s.reader.isEmpty()).toList().get(place), labels);
    }

    private Person fills(Standing on, List<String> labels) {
      Control.Select select = select(on).orElseThrow();
      List<String> values =
          select.choices().stream()
              .filter(choice -> labels.contains(choice.label()))
              .map(Control.SelectOption::value)
              .toList();
      return clicks(on, select.id(), values);
    }

    /** Presses a control that stands nowhere now, or never did. */
    public Person clicks(String action) {
      return does(
          new Incoming.Click(origin(), ActionId.decode(action), List.of()), visible().findFirst());
    }

    public UserRef user() {
      return user;
    }

    private Stream<Standing> visible() {
      return IntStream.rangeClosed(1, wall.size())
          .mapToObj(back -> wall.get(wall.size() - back))
          .filter(s -> s.reader.isEmpty() || s.reader.equals(Optional.of(user)));
    }

    private static Optional<ActionId> button(Standing standing, String label) {
      return standing
          .message
          .controls()
          .filter(control -> control instanceof Control.Button b && b.label().equals(label))
          .flatMap(control -> control.action().stream())
          .findFirst();
    }

    private static Optional<Control.Select> select(Standing standing) {
      return standing
          .message
          .controls()
          .filter(Control.Select.class::isInstance)
          .map(Control.Select.class::cast)
          .findFirst();
    }

    private Person clicks(Standing on, ActionId action, List<String> values) {
      ActionId sent = ActionId.decode(action.encode());
      return does(new Incoming.Click(origin(), sent, values), Optional.of(on));
    }

    private Person does(Incoming incoming, Optional<Standing> on) {
      Inbox bot = inbox.orElseThrow();
      Response response = bot.responseTo(incoming);
      Reply reply = bot.accept(incoming);
      if (reply instanceof Reply.Say say) {
        Optional<UserRef> reader =
            response == Response.PUBLIC ? Optional.empty() : Optional.of(user);
        wall.add(new Standing(nextRef(), reader, Optional.empty(), say.message()));
        last = Texts.of(say.message());
      } else if (reply instanceof Reply.Update update) {
        on.orElseThrow().message = update.message();
        last = Texts.of(update.message());
      }
      settle.run();
      return this;
    }

    /** The last answer has these words in it. */
    public Person sees(String words) {
      assertThat(last).contains(words);
      return this;
    }

    public Person doesNotSee(String words) {
      assertThat(last).doesNotContain(words);
      return this;
    }

    /** The last answer as text. */
    public String last() {
      return last;
    }
  }
}
