package studycoach;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import studycoach.chat.ChannelRef;
import studycoach.chat.Reply;
import studycoach.pack.Bank;
import studycoach.pack.Body;
import studycoach.pack.Difficulty;
import studycoach.pack.Domain;
import studycoach.pack.MadeUpPack;
import studycoach.pack.Pack;
import studycoach.pack.Question;
import studycoach.pack.Task;
import studycoach.study.GroupChannels;
import studycoach.testing.FakePlatform;
import studycoach.testing.Person;
import studycoach.testing.TestDatabase;
import studycoach.testing.Walk;
import studycoach.testing.World;

/** Everything that can be shown, at its longest: {@link FakePlatform} tells what does not fit. */
@Timeout(300)
class LongestViewsTest {
  private static final String PASSAGE = "A *bucket* of `s3_x` holds 1,000 rows_of_data & more. ";
  private static final int DOMAINS = 6;
  private static final int QUESTIONS = 60;
  private static final int PEOPLE = 30;

  private static final Set<String> CONTROLS =
      Set.of(
          ("board:domain board:place board:points board:show board:turn daily:answer"
                  + " daily:arrange daily:back daily:clear daily:mine daily:put"
                  + " daily:today progress:domain progress:show report:open"
                  + " plan:form plan:remove practice:go practice:review practice:stop"
                  + " remind:stop settings:board settings:confidence settings:quiet"
                  + " settings:reminders settings:show settings:zone")
              .split(" "));
  private static final Set<String> CONTROLS_OF_ORGANISERS =
      Set.of(
          ("channel:unbind report:dismiss report:hold report:release report:show setup:ask"
                  + " setup:form setup:panel setup:season setup:set")
              .split(" "));

  private static String passage(String start, int length) {
    return (start + " " + PASSAGE.repeat(length / PASSAGE.length() + 1)).substring(0, length);
  }

  private static Domain domain(int at) {
    List<Task> tasks =
        IntStream.range(0, 9)
            .mapToObj(task -> new Task("task-" + at + "." + task, passage("Task " + task, 120)))
            .toList();
    return new Domain("d".repeat(38) + "-" + at, passage("Domain " + at, 80), 100 / DOMAINS, tasks);
  }

  private static Question question(int at, Domain domain) {
    return MadeUpPack.question(
        "q".repeat(35) + "-" + at,
        Difficulty.HARD,
        domain,
        passage("What is a-" + at + "?", 1_000),
        body(at),
        passage("So", 600));
  }

  private static Body body(int at) {
    return switch (at % 4) {
      case 0 -> choices(at, 4, 1);
      case 1 -> choices(at, 6, 3);
      case 2 ->
          new Body.Ordering(
              IntStream.range(0, 5)
                  .mapToObj(i -> new Body.Step(passage("Q" + at + i, 200), passage("Since", 220)))
                  .toList());
      default ->
          new Body.Matching(
              IntStream.range(0, 7)
                  .mapToObj(
                      i ->
                          new Body.Pair(
                              passage("P" + at + i, 100),
                              passage("Q" + at + i, 100),
                              passage("Since", 200)))
                  .toList());
    };
  }

  private static Body choices(int at, int size, int keys) {
    return new Body.Choices(
        IntStream.range(0, size)
            .mapToObj(
                i -> new Body.Option(passage("Q" + at + i, 200), i < keys, passage("Since", 220)))
            .toList());
  }

  private static Bank bank() {
    List<Domain> domains = IntStream.range(0, DOMAINS).mapToObj(LongestViewsTest::domain).toList();
    return MadeUpPack.of(
        domains,
        IntStream.range(0, QUESTIONS)
            .mapToObj(i -> question(i, domains.get(i % DOMAINS)))
            .toList());
  }

  private static List<Person> people(FakePlatform chat) {
    return Walk.badNames(PEOPLE).stream().map(chat::person).toList();
  }

  /** Everybody answers everything that is open, some right and some wrong. */
  private static void answer(World world, List<Person> people) {
    for (Person person : people) {
      for (int question = 0; question < 5; question++) {
        String copy = person.runs("today").last();
        if (!copy.contains("Your copy")) {
          break;
        }
        boolean right = (question + people.indexOf(person)) % 3 != 0;
        if (!(world.questionIn(copy).body() instanceof Body.Choices)) {
          arrange(person, world.inOrder(copy), right);
          continue;
        }
        List<String> letters = right ? world.right(copy) : world.wrong(copy);
        if (world.right(copy).size() == 1) {
          person.presses(letters.get(0));
        } else {
          person.chooses(letters.subList(0, 3));
        }
      }
    }
  }

  private static void arrange(Person person, List<String> letters, boolean right) {
    List<String> given = new ArrayList<>(letters);
    if (!right) {
      Collections.swap(given, 0, 1);
    }
    given.forEach(person::presses);
    person.presses("Submit");
  }

  /** As many channels as a group may have, all of one platform whose ids are long. */
  private static void join(Person organiser, FakePlatform other) {
    for (int channel = 1; channel < GroupChannels.MOST; channel++) {
      String shown = organiser.runs("group invite").last();
      String code = shown.replaceAll("(?s).*group join (\\S+).*", "$1");
      ChannelRef joining = new ChannelRef("other", "w", "1234567890123456789" + channel);
      other.manager("dora").runsIn(Optional.of(joining), "group join " + code).sees("has joined");
    }
  }

  private static void reports(Person person) {
    person.runs("report").fills(Map.of("wrong", passage("All", 1_000)));
  }

  private static Set<String> walk(World world, Person person, List<Person> people) {
    Walk walk =
        new Walk(world.chat(), person, people.stream().map(Person::user).toList(), spared -> false);
    List<Reply> replies = walk.everywhere();
    assertThat(replies.toString()).doesNotContain("went wrong on my side");
    return walk.verbs();
  }

  @Test
  void everythingFitsEverywhereAndNoPostIsCut() {
    try (World world = new World(TestDatabase.H2, "2026-03-27T07:00:00Z", bank())) {
      FakePlatform chat = world.chat();
      Person organiser = chat.manager("amira");
      List<Person> people = people(chat);
      organiser.runs("setup").choosesIn("Start with …", "X-1");
      organiser.runs(
          "setup time:09:00 zone:America/Argentina/ComodRivadavia questions:5"
              + " days:mon,tue,wed,thu,fri,sat,sun reveal:24h board:\"sun 23:59\" feedback:sealed thread:on");
      join(organiser, world.chat("other"));
      people.get(0).runs("settings reminders:all quiet:off");
      for (int day = 0; day < 8; day++) {
        world.passes(Duration.ofDays(1));
        answer(world, people.subList(0, day == 0 ? PEOPLE : 2));
      }
      reports(people.get(1));
      world.passes(Duration.ofDays(1));
      answer(world, people.subList(1, 2));
      reports(people.get(1));
      for (String start : List.of("The week's boards", "Looking back", "The week's hardest")) {
        assertThat(chat.texts()).anySatisfy(text -> assertThat(text).startsWith(start));
      }
      assertThat(chat.seenBy(people.get(0).user().id())).contains("Your week in X-1");

      assertThat(walk(world, people.get(0), people)).containsAll(CONTROLS);
      assertThat(walk(world, organiser, people)).containsAll(CONTROLS_OF_ORGANISERS);
    }
  }

  @Test
  void aLiveQuizFitsEverywhereAndNoPostIsCut() {
    try (World world = new World(TestDatabase.H2, "2026-03-27T10:00:00Z", bank())) {
      FakePlatform chat = world.chat();
      List<Person> people = people(chat);
      chat.manager("amira").runs("setup exam:X-1 time:09:00 zone:UTC");
      people.get(0).runs("live start domain:\"Domain 1\" count:20 seconds:120").sees("starts");
      people.forEach(person -> person.presses("Join"));
      world.passes(Duration.ofSeconds(30));
      for (int question = 0; !chat.lastText().startsWith("The live quiz is over"); question++) {
        String shown = chat.lastText();
        for (Person person : people.subList(0, question == 0 ? PEOPLE : 2)) {
          person.answers(
              people.indexOf(person) % 3 == 0
                  ? world.wrong(shown).subList(0, world.right(shown).size())
                  : world.right(shown));
        }
        world.passes(Duration.ofSeconds(128));
      }
      assertThat(chat.lastText()).contains("and 20 more");
      assertThat(walk(world, people.get(1), people)).contains("live:mine", "live:result");
    }
  }

  @Test
  void everyQuestionThatIsPractisedFits() {
    try (World world = new World(TestDatabase.H2, "2026-03-27T07:00:00Z", bank())) {
      Person ben = world.chat().person("ben");
      world.chat().manager("amira").runs("setup exam:X-1 time:09:00");
      ben.runs("settings confidence:on");
      ben.runs("quiz count:50");
      Set<Integer> kinds = new HashSet<>();
      for (int question = 0; !ben.last().contains("Practice · result"); question++) {
        kinds.add(world.questionIn(ben.last()).body().size());
        ben.presses(List.of("Sure", "Think so", "Guess").get(question % 3));
        practise(world, ben, question % 2 == 0);
        ben.presses(ben.last().contains("[Next]") ? "Next" : "Result");
      }
      assertThat(kinds).containsExactlyInAnyOrder(4, 5, 6, 7);
      ben.presses("Again, only the ones I missed").sees("Practice · 1 of ");
      ben.runs("quiz").sees("You have not finished your last practice");
    }
  }

  @Test
  void everyQuestionThatIsReviewedFits() {
    try (World world = new World(TestDatabase.H2, "2026-03-27T07:00:00Z", bank())) {
      Person ben = world.chat().person("ben");
      world.chat().manager("amira").runs("setup exam:X-1 time:09:00");
      List<Person> all =
          new ArrayList<>(Walk.badNames(3).stream().map(world.chat()::person).toList());
      all.add(ben);
      for (Person person : all) {
        person.runs("quiz count:50");
        while (!person.last().contains("Practice · result")) {
          practise(world, person, false);
          person.presses(person.last().contains("[Next]") ? "Next" : "Result");
        }
      }
      world.passes(Duration.ofDays(1));
      ben.runs("review").sees("Review · 1 of 20");
      Set<Integer> kinds = new HashSet<>();
      while (!ben.last().contains("Review · result")) {
        kinds.add(world.questionIn(ben.last()).body().size());
        practise(world, ben, false);
        ben.presses(ben.last().contains("[Next]") ? "Next" : "Result");
      }
      assertThat(kinds).containsExactlyInAnyOrder(4, 5, 6, 7);
      ben.runs("review").sees("Review · 1 of ").presses("Stop");
      ben.runs("plan goal date:2026-03-29").sees("tomorrow");
    }
  }

  private static void practise(World world, Person person, boolean right) {
    String text = person.last();
    if (!(world.questionIn(text).body() instanceof Body.Choices)) {
      arrange(person, world.inOrder(text), right);
      return;
    }
    List<String> letters = right ? world.right(text) : world.wrong(text);
    person.answers(letters.subList(0, world.right(text).size()));
  }

  @Test
  void everyQuestionOfOurPacksFitsIntoItsPosts() {
    for (Pack pack : Bank.load(World.questionsFolder()).packs()) {
      try (World world = new World(TestDatabase.H2, "2026-03-27T07:00:00Z")) {
        Person amira = world.chat().manager("amira");
        amira.runs("setup exam:" + pack.exam().code() + " questions:5 reveal:30m");
        Set<String> asked = new HashSet<>();
        for (int drop = 0; drop < pack.questions().size() && !all(pack, asked); drop++) {
          int before = world.chat().texts().size();
          world.passes(Duration.ofDays(1));
          world.chat().texts().stream()
              .skip(before)
              .filter(text -> text.startsWith("Question"))
              .map(text -> world.questionIn(text).id())
              .forEach(asked::add);
        }
        assertThat(all(pack, asked)).isTrue();

        world.passes(Duration.ofHours(1));
        assertThat(world.chat().lastText()).startsWith("The answer");
      }
    }
  }

  private static boolean all(Pack pack, Set<String> asked) {
    return pack.questions().stream().map(Question::id).allMatch(asked::contains);
  }
}
