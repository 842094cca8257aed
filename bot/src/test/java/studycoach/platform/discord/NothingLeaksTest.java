package studycoach.platform.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studycoach.chat.ActionId;
import studycoach.chat.Control;
import studycoach.chat.Message;
import studycoach.pack.Bank;
import studycoach.pack.Body;
import studycoach.pack.Difficulty;
import studycoach.pack.Domain;
import studycoach.pack.MadeUpPack;
import studycoach.pack.Question;
import studycoach.pack.Task;
import studycoach.platform.slack.SlackLimits;
import studycoach.testing.FakePlatform;
import studycoach.testing.Person;
import studycoach.testing.TestDatabase;
import studycoach.testing.Walk;
import studycoach.testing.World;

/**
 * Before the reveal nobody learns from what is shown, or from when it is, which options are right.
 */
class NothingLeaksTest {
  private static final Domain DOMAIN =
      new Domain("all", "All", 100, List.of(new Task("1.1", "Know")));
  private static final int QUESTIONS = 24;
  private static final Duration EDIT_PACE = Duration.ofSeconds(10);
  private static final String SECRET = "the-secret-";

  /**
   * A bank of questions.
   *
   * @param texts the source of all that is shown
   * @param keys the source of what is right
   */
  private static Bank bank(Random texts, Random keys) {
    List<Question> questions =
        IntStream.range(0, QUESTIONS).mapToObj(at -> question(at, texts, keys)).toList();
    return MadeUpPack.of(List.of(DOMAIN), questions);
  }

  private static Question question(int at, Random texts, Random keys) {
    int right = texts.nextInt(3) + 1;
    List<Integer> places = new ArrayList<>(IntStream.range(0, right == 1 ? 4 : 5).boxed().toList());
    Collections.shuffle(places, keys);
    Set<Integer> key = Set.copyOf(places.subList(0, right));
    List<Body.Option> options =
        IntStream.range(0, places.size())
            .mapToObj(
                i -> new Body.Option("o" + texts.nextInt() + "-" + i, key.contains(i), SECRET + i))
            .toList();
    String stem = "Stem " + texts.nextInt() + "?";
    return MadeUpPack.question("x-" + at, Difficulty.EASY, DOMAIN, stem, options, SECRET + at);
  }

  private static World world(Bank bank, String feedback) {
    World world = new World(TestDatabase.H2, "2026-03-27T07:59:00Z", bank, EDIT_PACE);
    Person organiser = world.chat().manager("organiser");
    organiser.runs("setup exam:X-1 time:09:00 zone:Europe/Berlin questions:3 feedback:" + feedback);
    world.passes(Duration.ofMinutes(1));
    IntStream.range(0, 3).forEach(extra -> organiser.runs("group post"));
    return world;
  }

  /** What others see, one entry a moment, while people answer at random. */
  private static List<String> seenByOthers(Bank bank, String feedback, long seed) {
    List<String> seen = new ArrayList<>();
    try (World world = world(bank, feedback)) {
      FakePlatform chat = world.chat();
      seen.add(json(List.of(chat.manager("organiser").runs("group preview").seen())));
      Random random = new Random(seed);
      for (int answer = 0; answer < 20; answer++) {
        Person person = chat.person("person" + random.nextInt(4));
        Message copy = person.runs("today").seen();
        seen.add(json(List.of(copy)));
        if (random.nextBoolean()) {
          answerPublic(person, random.nextInt(chat.posts().size()), chat, random);
        } else {
          answerOwn(person, copy, random);
        }
        world.passes(Duration.ofSeconds(random.nextInt(6)));
        seen.add(chat.edits() + json(chat.posts()));
      }
    }
    return seen;
  }

  private static String json(List<Message> messages) {
    return messages.stream()
            .map(m -> DiscordRenderer.post(m).toData() + "\n" + DiscordRenderer.edit(m).toData())
            .collect(Collectors.joining("\n"))
        + SlackLimits.drawn(messages);
  }

  private static void answerPublic(Person person, int place, FakePlatform chat, Random random) {
    List<String> letters = letters(chat.posts().get(place), random);
    if (letters.size() == 1) {
      person.pressesOn(place, letters.get(0));
    } else {
      person.choosesOn(place, letters);
    }
  }

  private static void answerOwn(Person person, Message copy, Random random) {
    List<String> letters = letters(copy, random);
    if (letters.size() == 1) {
      person.presses(letters.get(0));
    } else if (letters.size() > 1) {
      person.chooses(letters);
    }
  }

  /** What may be chosen, at random; nothing if there is no question. */
  private static List<String> letters(Message question, Random random) {
    List<Control> controls = question.controls().toList();
    List<String> letters =
        new ArrayList<>(
            controls.stream()
                .flatMap(
                    control ->
                        control instanceof Control.Select select
                            ? select.choices().stream().map(Control.SelectOption::label)
                            : Stream.of(((Control.Button) control).label()))
                .toList());
    Collections.shuffle(letters, random);
    int wanted =
        controls.stream()
            .mapToInt(control -> control instanceof Control.Select select ? select.min() : 1)
            .findFirst()
            .orElse(0);
    return letters.subList(0, wanted);
  }

  @Property(tries = 6, shrinking = ShrinkingMode.OFF)
  void whatOthersSeeIsTheSameWhicheverOptionsAreRight(
      @ForAll long texts, @ForAll long keys, @ForAll boolean sealed) {
    String feedback = sealed ? "sealed" : "instant";
    Bank one = bank(new Random(texts), new Random(keys));
    Bank other = bank(new Random(texts), new Random(keys + 1));

    List<String> seen = seenByOthers(one, feedback, texts);

    assertThat(seenByOthers(other, feedback, texts)).isEqualTo(seen);
    assertThat(seen.toString())
        .as("somebody's answer was told")
        .containsPattern("[1-9] ha(s|ve) answered")
        .doesNotContain(SECRET);
  }

  @ParameterizedTest
  @ValueSource(strings = {"instant", "sealed"})
  void whoTriesEverythingBeforeTheRevealFindsNoReasons(String feedback) {
    Random random = new Random(1);
    try (World world = world(bank(random, random), feedback)) {
      FakePlatform chat = world.chat();
      List<Person> people = Stream.of("amira", "ben", "cleo").map(chat::person).toList();
      for (int place = 0; place < chat.posts().size(); place++) {
        for (Person person : people) {
          answerPublic(person, place, chat, random);
        }
      }
      people.get(0).runs("report").fills(Map.of("wrong", "A word"));
      world.passes(EDIT_PACE);

      for (Person curious : List.of(chat.person("dora"), chat.manager("organiser"))) {
        assertThat(repliesTo(curious, people, world)).doesNotContain(SECRET);
      }
      assertThat(chat.posts().toString()).contains("3 have answered").doesNotContain(SECRET);

      world.passes(Duration.ofDays(2));
      assertThat(chat.posts().toString()).contains(SECRET);
    }
  }

  private static String repliesTo(Person curious, List<Person> others, World world) {
    return new Walk(
            world.chat(),
            curious,
            others.stream().map(Person::user).toList(),
            NothingLeaksTest::isAnswer)
        .everywhere()
        .toString();
  }

  private static boolean isAnswer(ActionId id) {
    return id.feature().equals("daily") && Set.of("answer", "copy").contains(id.verb());
  }
}
