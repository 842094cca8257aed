package studycoach.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterProperty;
import studycoach.chat.ActionId;
import studycoach.chat.Command;
import studycoach.chat.CommandLine;
import studycoach.chat.Control;
import studycoach.chat.Incoming;
import studycoach.chat.Message;
import studycoach.chat.Modal;
import studycoach.chat.Option;
import studycoach.chat.Origin;
import studycoach.chat.Reply;

/** Whatever people type, press, choose or write: the bot answers, and nothing of it is a bug. */
class FuzzedPeopleTest {
  private static final int LONG = 50_000;
  private static final List<String> BLANKS =
      List.of(" ", "  ", "\t", "\n", "\u00a0", "\u2003", ":", "");

  /** What stands where a value should. */
  private static final List<String> JUNK =
      List.of(
          "",
          "-1",
          "0",
          "1",
          "٣",
          "99999999999999999999",
          "1e9",
          "2026-02-30",
          "-999999999-01-01",
          "+999999999-12-31",
          "24:00",
          "9:99",
          "25:61am",
          "mon-",
          "-fri",
          "mon,,mon",
          "daily,mon",
          "Europe/",
          "../../etc",
          "UTC+99",
          "Z",
          "2026-01-01..2025-01-01",
          "..",
          "0h",
          "9999999h",
          "7d",
          "fri",
          "fri 99:99",
          "@ben",
          "@everyone",
          "<@1>",
          "@",
          "null",
          "\"",
          "“",
          "\\\"",
          "\"a b\"",
          "x:y:z",
          "'; DROP TABLE learner; --",
          "%s%n%d",
          "{}",
          "${jndi:x}",
          "\ud83d",
          "\ude00\ud83d",
          "\u0000",
          "\u0007\u001b[31m",
          "\u202e",
          "😀",
          "e\u0301",
          "ﷺ",
          "*_`~|>",
          "A",
          "B",
          "😀".repeat(700),
          "x".repeat(1_990),
          "\u0300".repeat(500));

  private final World world = new World(TestDatabase.H2, "2026-03-27T07:00:00Z");
  private final Person organiser = world.chat().manager("organiser");
  private final Person amira = world.chat().person("amira");
  private final Person ben = world.chat().person("ben");
  private final Person stranger = world.chat("other").person("mallory");
  private final List<Command> commands;
  private final List<Control> controls;
  private final List<Modal> forms;

  FuzzedPeopleTest() {
    organiser.runs("setup exam:MLS-C01 time:09:00 zone:UTC questions:5");
    organiser.runs("group post");
    commands = world.chat().inbox().commands();
    List<Reply> replies = new ArrayList<>();
    for (Person person : List.of(amira, organiser)) {
      replies.addAll(new Walk(world.chat(), person, List.of(ben.user()), id -> false).everywhere());
    }
    controls =
        Stream.concat(
                replies.stream().flatMap(FuzzedPeopleTest::shown), world.chat().posts().stream())
            .flatMap(Message::controls)
            .filter(control -> control.action().isPresent())
            .distinct()
            .toList();
    forms =
        replies.stream()
            .flatMap(reply -> reply instanceof Reply.Open open ? Stream.of(open.modal()) : null)
            .distinct()
            .toList();
  }

  private static Stream<Message> shown(Reply reply) {
    if (reply instanceof Reply.Say say) {
      return Stream.of(say.message());
    }
    return reply instanceof Reply.Update update ? Stream.of(update.message()) : Stream.empty();
  }

  @AfterProperty
  void close() {
    world.close();
  }

  private void answers(Incoming incoming) {
    world.inbox().responseTo(incoming);
    Reply reply = world.inbox().accept(incoming);
    assertThat(reply.toString()).doesNotContain("(incident ");
    Person.assertFits(reply);
    world.settle();
  }

  private Origin somebody(Random random) {
    Person person = List.of(organiser, amira, stranger).get(random.nextInt(3));
    return random.nextInt(3) == 0 ? person.direct() : person.origin();
  }

  private static <T> T any(List<T> list, Random random) {
    return list.get(random.nextInt(list.size()));
  }

  private String line(Random random) {
    Command command = any(commands, random);
    StringBuilder line = new StringBuilder(command.name());
    for (int word = random.nextInt(6); word > 0; word--) {
      line.append(any(BLANKS, random));
      if (random.nextBoolean() && !command.options().isEmpty()) {
        Option option = any(command.options(), random);
        line.append(option.name()).append(random.nextInt(5) == 0 ? " " : ":");
      }
      line.append(any(JUNK, random));
    }
    return random.nextInt(50) == 0 ? line.toString().repeat(LONG / line.length()) : line.toString();
  }

  private Incoming typed(Random random, String line) {
    return new Incoming.Typed(somebody(random), line, Map.of("@ben", ben.user()), Map.of());
  }

  @Property(tries = 400, shrinking = ShrinkingMode.OFF)
  void aLineAlmostLikeACommandIsAnswered(@ForAll long seed) {
    Random random = new Random(seed);

    answers(typed(random, line(random)));
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.oneOf(
        Arbitraries.strings().all().ofMaxLength(300),
        Arbitraries.strings().withCharRange('\ud700', '\ue000').ofMaxLength(100),
        Arbitraries.strings().withCharRange('\0', '\u00ff').ofMaxLength(3_000));
  }

  @Property(tries = 300, shrinking = ShrinkingMode.OFF)
  void anyLineIsAnswered(@ForAll("texts") String line, @ForAll long seed) {
    answers(typed(new Random(seed), line));
    assertThat(CommandLine.complete(commands, amira.origin(), line)).isNotNull();
  }

  private ActionId changed(ActionId id, Random random) {
    List<String> keys = new ArrayList<>(id.keys());
    for (int change = random.nextInt(3); change > 0; change--) {
      int at = keys.isEmpty() ? 0 : random.nextInt(keys.size());
      switch (random.nextInt(4)) {
        case 0 -> keys.add(at, junkKey(random));
        case 1 -> keys.subList(at, Math.min(keys.size(), at + 1)).clear();
        default -> {
          if (!keys.isEmpty()) {
            keys.set(at, junkKey(random));
          }
        }
      }
    }
    try {
      return new ActionId(id.feature(), id.verb(), keys);
    } catch (IllegalArgumentException tooLong) {
      return id;
    }
  }

  private static String junkKey(Random random) {
    return switch (random.nextInt(8)) {
      case 0 -> Long.toString(Long.MIN_VALUE);
      case 1 -> Long.toString(Long.MAX_VALUE);
      case 2 -> Integer.toString(random.nextInt(12) - 2);
      case 3 -> Integer.toString(random.nextInt());
      case 4 -> "4294967297";
      case 5 -> Long.toString(random.nextInt(60), Character.MAX_RADIX);
      default -> any(JUNK.stream().filter(junk -> junk.length() < 20).toList(), random);
    };
  }

  private static List<String> values(Control control, Random random) {
    List<String> offered =
        control instanceof Control.Select select
            ? select.choices().stream().map(Control.SelectOption::value).toList()
            : List.of();
    return IntStream.range(0, random.nextInt(8) == 0 ? 300 : random.nextInt(4))
        .mapToObj(
            i ->
                offered.isEmpty() || random.nextBoolean()
                    ? any(JUNK, random)
                    : any(offered, random))
        .toList();
  }

  @Property(tries = 600, shrinking = ShrinkingMode.OFF)
  void aPressOfAlmostAnythingIsAnswered(@ForAll long seed) {
    Random random = new Random(seed);
    Control control = any(controls, random);
    ActionId id = changed(control.action().orElseThrow(), random);

    answers(new Incoming.Click(somebody(random), id, values(control, random)));
  }

  @Property(tries = 200, shrinking = ShrinkingMode.OFF)
  void aFormWithAlmostAnythingIsAnswered(@ForAll long seed) {
    Random random = new Random(seed);
    Modal form = any(forms, random);
    Map<String, String> values = new HashMap<>();
    form.fields().forEach(field -> values.put(field.key(), any(JUNK, random)));
    if (random.nextBoolean()) {
      values.remove(any(new ArrayList<>(values.keySet()), random));
      values.put(any(JUNK, random), "x".repeat(random.nextInt(LONG)));
    }

    answers(new Incoming.ModalSubmit(somebody(random), changed(form.id(), random), values));
  }

  private String says(Person person, ActionId id, String... values) {
    return world
        .inbox()
        .accept(new Incoming.Click(person.origin(), id, List.of(values)))
        .toString();
  }

  @Example
  void aChoiceThatWasNotOfferedIsRefused() {
    ActionId show = ActionId.of("settings", "show");
    ActionId questions = ActionId.of("setup", "set", 1, "questions");

    assertThat(says(amira, show, "all")).contains("choose one of nothing, streak, progress.");
    assertThat(says(amira, show)).contains("choose one of nothing, streak, progress.");
    assertThat(says(amira, ActionId.of("settings", "board"), "o"))
        .contains("choose one of on, off.");
    String before = group();
    assertThat(says(organiser, questions, "many")).contains("choose from 1 to 5 questions.");
    assertThat(says(organiser, questions, "0")).contains("choose from 1 to 5 questions.");
    assertThat(group()).isEqualTo(before);
  }

  /** What only its organisers may change of a group, as rows. */
  private String group() {
    return Stream.of("study_group", "group_channel", "organiser", "held_question", "season")
        .map(
            table ->
                world
                    .database()
                    .jdbi()
                    .withHandle(
                        handle -> handle.createQuery("SELECT * FROM " + table).mapToMap().list())
                    .stream()
                    .map(row -> new TreeMap<>(row).toString())
                    .collect(Collectors.toCollection(TreeSet::new))
                    .toString())
        .collect(Collectors.joining("\n"));
  }

  @Property(tries = 300, shrinking = ShrinkingMode.OFF)
  void whoIsNoOrganiserChangesNothingOfAGroup(@ForAll long seed) {
    Random random = new Random(seed);
    String before = group();
    Origin origin =
        List.of(stranger.origin(), stranger.direct(), amira.direct()).get(random.nextInt(3));
    Control control = any(controls, random);
    ActionId id = changed(control.action().orElseThrow(), random);

    answers(new Incoming.Click(origin, id, values(control, random)));
    answers(new Incoming.Typed(origin, line(random), Map.of(), Map.of()));

    assertThat(group()).as(id.encode()).isEqualTo(before);
  }
}
