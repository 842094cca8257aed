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
import studycoach.chat.Origin;
import studycoach.chat.Reply;

/** Whatever people type, press, choose or write: the bot answers, and nothing of it is a bug. */
class FuzzedPeopleTest {
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

  private Incoming typed(Random random, String line) {
    return new Incoming.Typed(somebody(random), line, Map.of("@ben", ben.user()), Map.of());
  }

  @Property(tries = 400, shrinking = ShrinkingMode.OFF)
  void aLineAlmostLikeACommandIsAnswered(@ForAll long seed) {
    Random random = new Random(seed);

    answers(typed(random, Scrawl.line(commands, random)));
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

  @Property(tries = 600, shrinking = ShrinkingMode.OFF)
  void aPressOfAlmostAnythingIsAnswered(@ForAll long seed) {
    Random random = new Random(seed);
    Control control = Scrawl.any(controls, random);
    ActionId id = Scrawl.changed(control.action().orElseThrow(), random);

    answers(new Incoming.Click(somebody(random), id, Scrawl.values(control, random)));
  }

  @Property(tries = 200, shrinking = ShrinkingMode.OFF)
  void aFormWithAlmostAnythingIsAnswered(@ForAll long seed) {
    Random random = new Random(seed);
    Modal form = Scrawl.any(forms, random);
    Map<String, String> values = new HashMap<>();
    form.fields().forEach(field -> values.put(field.key(), Scrawl.word(random)));
    if (random.nextBoolean()) {
      values.remove(Scrawl.any(new ArrayList<>(values.keySet()), random));
      values.put(Scrawl.word(random), "x".repeat(random.nextInt(50_000)));
    }

    answers(new Incoming.ModalSubmit(somebody(random), Scrawl.changed(form.id(), random), values));
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
    Control control = Scrawl.any(controls, random);
    ActionId id = Scrawl.changed(control.action().orElseThrow(), random);

    answers(new Incoming.Click(origin, id, Scrawl.values(control, random)));
    answers(new Incoming.Typed(origin, Scrawl.line(commands, random), Map.of(), Map.of()));

    assertThat(group()).as(id.encode()).isEqualTo(before);
  }
}
