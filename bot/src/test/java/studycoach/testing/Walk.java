package studycoach.testing;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import studycoach.chat.ActionId;
import studycoach.chat.Arguments;
import studycoach.chat.Command;
import studycoach.chat.CommandLine;
import studycoach.chat.Control;
import studycoach.chat.Incoming;
import studycoach.chat.Message;
import studycoach.chat.Modal;
import studycoach.chat.ModalField;
import studycoach.chat.Option;
import studycoach.chat.Origin;
import studycoach.chat.Reply;
import studycoach.chat.RoleRef;
import studycoach.chat.Suggestions;
import studycoach.chat.UserRef;

/**
 * Somebody who tries everything: each command alone, with each of its options, and with all of them
 * but those that stand alone; then whatever there is to press, to choose or to fill in, until
 * nothing is new.
 */
public final class Walk {
  private static final int MOST_ALIKE = 12;
  private static final int LONG = 150;
  private static final int MOST_SUGGESTIONS = 3;

  private final FakePlatform chat;
  private final Origin origin;
  private final Origin direct;
  private final Collection<UserRef> people;
  private final Predicate<ActionId> spared;
  private final Deque<Control> waiting = new ArrayDeque<>();
  private final Set<ActionId> used = new HashSet<>();
  private final Map<String, Integer> alike = new TreeMap<>();
  private final List<Reply> replies = new ArrayList<>();

  /**
   * @param people whom options may name
   * @param spared controls that are left alone
   */
  public Walk(
      FakePlatform chat, Person person, Collection<UserRef> people, Predicate<ActionId> spared) {
    this.chat = chat;
    this.origin = person.origin();
    this.direct = person.direct();
    this.people = people;
    this.spared = spared;
  }

  /** Does it all, also with what is posted in the channel and to this person, and gives replies. */
  public List<Reply> everywhere() {
    for (Command command : chat.inbox().commands()) {
      for (Map<String, Object> values : arguments(command)) {
        String line = CommandLine.format(command.name(), new Arguments(values));
        does(new Incoming.Typed(origin, line, named(), Map.of("@" + ROLE.name(), ROLE)));
        does(new Incoming.Typed(direct, line, named(), Map.of("@" + ROLE.name(), ROLE)));
      }
    }
    for (int before = -1; before < used.size(); ) {
      before = used.size();
      useAllThatStands();
    }
    return replies;
  }

  private void useAllThatStands() {
    chat.wall().stream()
        .filter(s -> s.reader.map(origin.user()::equals).orElse(true))
        .forEach(standing -> wait(standing.message));
    while (!waiting.isEmpty()) {
      use(waiting.remove());
    }
  }

  /** What kinds of controls were used, e.g. {@code setup:set}. */
  public Set<String> verbs() {
    return alike.keySet();
  }

  /** On a platform's own screen its name is as long as they come. */
  private static final RoleRef ROLE = new RoleRef("fake", "w", "1", "role".repeat(LONG));

  private Map<String, UserRef> named() {
    return people.stream().collect(Collectors.toMap(user -> "@" + user.id(), user -> user));
  }

  private List<Map<String, Object>> arguments(Command command) {
    List<Map<String, Object>> all = new ArrayList<>(List.of(Map.of()));
    Map<String, Object> together = new HashMap<>();
    for (Option option : command.options()) {
      List<Object> values = option.accept(new Values());
      values.forEach(value -> all.add(Map.of(option.name(), value)));
      if (!standsAlone(option)) {
        values.stream().findFirst().ifPresent(value -> together.put(option.name(), value));
      }
    }
    all.add(together);
    return all;
  }

  /** An option of one word is something to do, not something to set. */
  private static boolean standsAlone(Option option) {
    return option instanceof Option.Choice choice && choice.words().size() == 1;
  }

  private final class Values implements Option.Visitor<List<Object>> {
    @Override
    public List<Object> text(Option.Text option) {
      Suggestions suggestions = option.suggestions();
      return Stream.concat(
              suggestions.in(origin).stream().limit(MOST_SUGGESTIONS),
              Stream.of("*_`|<@&\u202e😀".repeat(LONG)))
          .map(Object.class::cast)
          .toList();
    }

    @Override
    public List<Object> number(Option.Number option) {
      return List.of(option.to(), option.from());
    }

    @Override
    public List<Object> choice(Option.Choice option) {
      return List.copyOf(option.words());
    }

    @Override
    public List<Object> flag(Option.Flag option) {
      return List.of(true, false);
    }

    @Override
    public List<Object> person(Option.Person option) {
      return people.stream().limit(MOST_SUGGESTIONS).map(Object.class::cast).toList();
    }

    @Override
    public List<Object> role(Option.Role option) {
      return List.of(ROLE);
    }

    @Override
    public List<Object> date(Option.Date option) {
      return List.of(LocalDate.parse("2099-12-31"), LocalDate.EPOCH);
    }
  }

  private void does(Incoming incoming) {
    Reply reply = chat.inbox().accept(incoming);
    chat.noting(() -> Person.assertFits(reply));
    chat.settle();
    replies.add(reply);
    if (reply instanceof Reply.Say say) {
      wait(say.message());
    } else if (reply instanceof Reply.Update update) {
      wait(update.message());
    } else if (reply instanceof Reply.Open open) {
      fill(open.modal());
    }
  }

  private void wait(Message message) {
    message.controls().forEach(waiting::add);
  }

  private void use(Control control) {
    control.action().filter(this::isNew).ifPresent(id -> use(control, id));
  }

  private boolean isNew(ActionId id) {
    return !spared.test(id)
        && used.add(id)
        && alike.merge(id.feature() + ":" + id.verb(), 1, Integer::sum) <= MOST_ALIKE;
  }

  private void use(Control control, ActionId id) {
    List<List<String>> choices =
        control instanceof Control.Select select ? chosen(select) : List.of(List.of());
    ActionId sent = ActionId.decode(id.encode());
    choices.forEach(values -> does(new Incoming.Click(origin, sent, values)));
  }

  /** The fewest that may be chosen, from the top, and the most, from the bottom. */
  private static List<List<String>> chosen(Control.Select select) {
    List<String> values = select.choices().stream().map(Control.SelectOption::value).toList();
    return List.of(
        values.subList(0, select.min()),
        values.subList(values.size() - select.max(), values.size()));
  }

  private void fill(Modal modal) {
    Map<String, String> asItIs =
        modal.fields().stream().collect(Collectors.toMap(ModalField::key, ModalField::initial));
    Map<String, String> full =
        modal.fields().stream()
            .collect(Collectors.toMap(ModalField::key, field -> "*😀".repeat(field.longest() / 3)));
    Stream.of(asItIs, full)
        .forEach(values -> does(new Incoming.ModalSubmit(origin, modal.id(), values)));
  }

  /** Names that are as bad as names can be, of 80 characters each. */
  public static List<String> badNames(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> i + " *_`~|<@1>[a](b)😀\u202e@everyone ")
        .map(name -> name + "_*".repeat((80 - name.length()) / 2))
        .toList();
  }
}
