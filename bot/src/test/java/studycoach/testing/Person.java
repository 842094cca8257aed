package studycoach.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import studycoach.chat.ActionId;
import studycoach.chat.ChannelRef;
import studycoach.chat.Control;
import studycoach.chat.Inbox;
import studycoach.chat.Incoming;
import studycoach.chat.Message;
import studycoach.chat.Modal;
import studycoach.chat.Origin;
import studycoach.chat.Reply;
import studycoach.chat.Response;
import studycoach.chat.UserRef;
import studycoach.platform.discord.DiscordLimits;
import studycoach.platform.slack.SlackLimits;

/** Somebody on the platform, for sentences like {@code amira.runs("today").presses("A")}. */
public final class Person {
  /** What was drawn before for both platforms; many are told the same. */
  private static final Cache<Message, Boolean> FITTING =
      Caffeine.newBuilder().maximumSize(10_000).build();

  private final FakePlatform platform;
  private final UserRef user;
  private final String name;
  private final boolean manager;
  private String last = "";
  private Optional<Modal> form = Optional.empty();
  private Optional<Origin> opened = Optional.empty();
  private Optional<Standing> source = Optional.empty();

  Person(FakePlatform platform, String name, boolean manager) {
    this.platform = platform;
    this.user = new UserRef(platform.platform(), "w", name);
    this.name = name;
    this.manager = manager;
  }

  Origin origin() {
    return new Origin(user, name, Optional.of(platform.channel()), manager);
  }

  private Origin originOf(Standing on) {
    return on.isDirect() ? direct() : origin();
  }

  Origin direct() {
    return new Origin(user, name, Optional.empty(), manager);
  }

  public Person runs(String line) {
    return runsIn(Optional.of(platform.channel()), line);
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
            Map.of("@ben", platform.person("ben").user, "@amira", platform.person("amira").user),
            Stream.of("learners", "owls", "everyone", "here")
                .collect(Collectors.toMap(role -> "@" + role, platform::role))),
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
    Standing on = platform.forAll(place);
    return clicks(on, button(on, label).orElseThrow(), List.of());
  }

  /** Fills the newest select with the choices of these labels. */
  public Person chooses(List<String> labels) {
    return fills(visible().filter(s -> select(s).isPresent()).findFirst().orElseThrow(), labels);
  }

  /** Answers the newest question on a message with these words. */
  public Person answersWhere(String words, List<String> letters) {
    return letters.size() == 1
        ? pressesWhere(words, letters.get(0))
        : fills(
            visible()
                .filter(s -> select(s).isPresent() && Texts.of(s.message).contains(words))
                .findFirst()
                .orElseThrow(),
            letters);
  }

  /** Answers the newest question by these letters. */
  public Person answers(List<String> letters) {
    return letters.size() == 1 ? presses(letters.get(0)) : chooses(letters);
  }

  /** Fills the select of the public message at a place, from 0. */
  public Person choosesOn(int place, List<String> labels) {
    return fills(platform.forAll(place), labels);
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

  public UserRef user() {
    return user;
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
    return does(new Incoming.Click(origin(), select.id(), List.of(labels)), Optional.of(nowhere()));
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
        platform.nextRef(Optional.empty()), Optional.of(user), Optional.empty(), Message.of(""));
  }

  /** The newest message that this person sees. */
  public Message seen() {
    return visible().findFirst().orElseThrow().message;
  }

  private Stream<Standing> visible() {
    return IntStream.rangeClosed(1, platform.wall().size())
        .mapToObj(back -> platform.wall().get(platform.wall().size() - back))
        .filter(s -> s.reader.isEmpty() || s.reader.equals(Optional.of(user)));
  }

  /** One key of each button that does this, in the order in which they stand on what is seen. */
  public List<String> buttonKeys(String verb, int key) {
    return seen()
        .controls()
        .filter(Control.Button.class::isInstance)
        .flatMap(control -> control.action().stream())
        .filter(id -> id.verb().equals(verb))
        .map(id -> id.key(key))
        .toList();
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
    Inbox bot = platform.inbox();
    Response response = bot.responseTo(incoming);
    Reply reply = bot.accept(incoming);
    platform.noting(() -> assertFits(reply));
    if (reply instanceof Reply.Say say) {
      Optional<UserRef> reader = response == Response.PUBLIC ? Optional.empty() : Optional.of(user);
      platform.put(
          new Standing(
              platform.nextRef(Optional.empty()), reader, Optional.empty(), say.message()));
      last = Texts.of(say.message());
    } else if (reply instanceof Reply.Update update) {
      on.orElseThrow().message = update.message();
      last = Texts.of(update.message());
    } else if (reply instanceof Reply.Open open) {
      form = Optional.of(open.modal());
      opened = Optional.of(incoming.origin());
      source = on;
    }
    platform.settle();
    return this;
  }

  static void assertFits(Reply reply) {
    if (reply instanceof Reply.Say say) {
      assertFits(say.message());
    } else if (reply instanceof Reply.Update update) {
      assertFits(update.message());
    } else if (reply instanceof Reply.Open open) {
      DiscordLimits.assertForm(open.modal());
      SlackLimits.assertForm(open.modal());
    }
  }

  private static void assertFits(Message message) {
    if (FITTING.getIfPresent(message) == null) {
      DiscordLimits.assertAnswer(message);
      SlackLimits.assertAnswer(message);
      FITTING.put(message, true);
    }
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

  /** A button that somebody has before their eyes though it was taken away. */
  @FunctionalInterface
  public interface Stale {
    Person press();
  }
}
