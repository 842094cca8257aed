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
import studycoach.chat.Modal;
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

    /** A post to one person, rather than a reply in the channel that one person sees. */
    boolean isDirect() {
      return reader.isPresent() && key.isPresent();
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
    wall.add(standing);
    return new Delivery.Posted(standing.ref);
  }

  private MessageRef nextRef(Optional<UserRef> reader) {
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

  /** A button that somebody has before their eyes though it was taken away. */
  @FunctionalInterface
  public interface Stale {
    Person press();
  }

  /** Somebody on the platform, for sentences like {@code amira.runs("today").presses("A")}. */
  public final class Person {
    private final UserRef user;
    private final String name;
    private final boolean manager;
    private String last = "";
    private Optional<Modal> form = Optional.empty();
    private Optional<Origin> opened = Optional.empty();
    private Optional<Standing> source = Optional.empty();

    private Person(String name, boolean manager) {
      this.user = new UserRef(platform, "w", name);
      this.name = name;
      this.manager = manager;
    }

    private Origin origin() {
      return new Origin(user, name, Optional.of(channel()), manager);
    }

    private Origin originOf(Standing on) {
      return on.isDirect() ? direct() : origin();
    }

    private Origin direct() {
      return new Origin(user, name, Optional.empty(), manager);
    }

    public Person runs(String line) {
      return runsIn(Optional.of(channel()), line);
    }

    /** The same in a direct message to the bot. */
    public Person runsAlone(String line) {
      return runsIn(Optional.empty(), line);
    }

    /** Types a line in another channel, or in a direct message. */
    public Person runsIn(Optional<ChannelRef> where, String line) {
      return does(
          new Incoming.Typed(
              new Origin(user, name, where, manager),
              line,
              Map.of("@ben", person("ben").user, "@amira", person("amira").user)),
          Optional.empty());
    }

    /** Fills in the form that has just opened and sends it; what is not given stays as it is. */
    public Person fills(Map<String, String> given) {
      Modal modal = form.orElseThrow();
      Map<String, String> values = new HashMap<>();
      modal.fields().forEach(field -> values.put(field.key(), field.initial()));
      assertThat(values).containsKeys(given.keySet().toArray(String[]::new));
      values.putAll(given);
      ActionId sent = ActionId.decode(modal.id().encode());
      return does(new Incoming.ModalSubmit(opened.orElseThrow(), sent, values), source);
    }

    /** The form that was opened last. */
    public Modal form() {
      return form.orElseThrow();
    }

    /** Presses the button of this label on the newest message that has one. */
    public Person presses(String label) {
      return presses(visible(), "", label);
    }

    /** The same on the newest message with these words. */
    public Person pressesWhere(String words, String label) {
      return presses(visible(), words, label);
    }

    /** The same on a message that somebody else sees, as no platform should allow. */
    public Person pressesOfAnother(Person other, String words, String label) {
      return presses(other.visible(), words, label);
    }

    /** Keeps the newest button of this label, to be pressed when it stands no more. */
    public Stale remembers(String label) {
      Standing on = visible().filter(s -> button(s, label).isPresent()).findFirst().orElseThrow();
      ActionId action = button(on, label).orElseThrow();
      return () -> clicks(on, action, List.of());
    }

    private Person presses(Stream<Standing> among, String words, String label) {
      Standing on =
          among
              .filter(s -> button(s, label).isPresent() && Texts.of(s.message).contains(words))
              .findFirst()
              .orElseThrow();
      return clicks(on, button(on, label).orElseThrow(), List.of());
    }

    /** Presses the button of this label on the public message at a place, from 0. */
    public Person pressesOn(int place, String label) {
      Standing on = wall.stream().filter(s -> s.reader.isEmpty()).toList().get(place);
      return clicks(on, button(on, label).orElseThrow(), List.of());
    }

    /** Fills the newest select with the choices of these labels. */
    public Person chooses(List<String> labels) {
      Standing on = visible().filter(s -> select(s).isPresent()).findFirst().orElseThrow();
      Control.Select select = select(on).orElseThrow();
      List<String> values =
          select.choices().stream()
              .filter(choice -> labels.contains(choice.label()))
              .map(Control.SelectOption::value)
              .toList();
      return clicks(on, select.id(), values);
    }

    /** Chooses in the newest select whose prompt begins so. */
    public Person choosesIn(String prompt, String... labels) {
      Standing on = visible().filter(s -> select(s, prompt).isPresent()).findFirst().orElseThrow();
      Control.Select select = select(on, prompt).orElseThrow();
      List<String> values =
          select.choices().stream()
              .filter(choice -> List.of(labels).contains(choice.label()))
              .map(Control.SelectOption::value)
              .toList();
      assertThat(values).hasSize(labels.length);
      return clicks(on, select.id(), values);
    }

    private static Optional<Control.Select> select(Standing standing, String prompt) {
      return standing
          .message
          .controls()
          .filter(c -> c instanceof Control.Select s && s.prompt().startsWith(prompt))
          .map(Control.Select.class::cast)
          .findFirst();
    }

    /** Presses a button that somebody else sees. */
    public Person pressesThatOf(Person other, String label) {
      return uses(other.idOf(label));
    }

    /** Chooses in a select that somebody else sees, where labels are the values. */
    public Person choosesThatOf(Person other, String prompt, String... labels) {
      Control.Select select =
          other.visible().flatMap(s -> select(s, prompt).stream()).findFirst().orElseThrow();
      return does(
          new Incoming.Click(origin(), select.id(), List.of(labels)), Optional.of(nowhere()));
    }

    /** What the newest button of this label means. */
    public ActionId idOf(String label) {
      return visible().flatMap(s -> button(s, label).stream()).findFirst().orElseThrow();
    }

    /** Uses a control again, or one that others see, whether or not it still stands. */
    public Person uses(ActionId id) {
      return uses(origin(), id);
    }

    /** The same in a direct message. */
    public Person usesAlone(ActionId id) {
      return uses(direct(), id);
    }

    private Person uses(Origin origin, ActionId id) {
      return does(new Incoming.Click(origin, id, List.of()), Optional.of(nowhere()));
    }

    private Standing nowhere() {
      return new Standing(
          nextRef(Optional.empty()), Optional.of(user), Optional.empty(), Message.of(""));
    }

    /** The newest message that this person sees. */
    public Message seen() {
      return visible().findFirst().orElseThrow().message;
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
      List<Standing> newestFirst = new ArrayList<>();
      wall.stream()
          .filter(s -> s.reader.isEmpty() || s.reader.equals(Optional.of(user)))
          .forEach(s -> newestFirst.add(0, s));
      return newestFirst.stream();
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
      return does(new Incoming.Click(originOf(on), sent, values), Optional.of(on));
    }

    private Person does(Incoming incoming, Optional<Standing> on) {
      Inbox bot = inbox.orElseThrow();
      Response response = bot.responseTo(incoming);
      Reply reply = bot.accept(incoming);
      if (reply instanceof Reply.Say say) {
        Optional<UserRef> reader =
            response == Response.PUBLIC ? Optional.empty() : Optional.of(user);
        wall.add(new Standing(nextRef(Optional.empty()), reader, Optional.empty(), say.message()));
        last = Texts.of(say.message());
      } else if (reply instanceof Reply.Update update) {
        on.orElseThrow().message = update.message();
        last = Texts.of(update.message());
      } else if (reply instanceof Reply.Open open) {
        form = Optional.of(open.modal());
        opened = Optional.of(incoming.origin());
        source = on;
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
