package studycoach.feature.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import studycoach.pack.Bank;
import studycoach.pack.Body;
import studycoach.pack.Difficulty;
import studycoach.pack.Domain;
import studycoach.pack.MadeUpPack;
import studycoach.pack.Task;
import studycoach.testing.Person;
import studycoach.testing.TestDatabase;
import studycoach.testing.World;

/** Options that are taken for one another. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class ContrastsTest {
  private static final Domain DOMAIN =
      new Domain("data", "Domain 0", 100, List.of(new Task("1.1", "Task")));
  private static final int PAIRS = 30;

  private final World world;
  private final Person ben;

  ContrastsTest(TestDatabase kind) {
    world = new World(kind, "2026-03-27T07:00:00Z", pairs());
    ben = world.chat().person("ben");
    world.chat().manager("amira").runs("setup exam:X-1 time:09:00 zone:Europe/Berlin");
  }

  @AfterEach
  void close() {
    world.close();
  }

  /** Of two questions at a time, each has the other one's key among its wrong options. */
  private static Bank pairs() {
    return MadeUpPack.of(
        List.of(DOMAIN),
        IntStream.range(0, 2 * PAIRS)
            .mapToObj(
                at ->
                    MadeUpPack.question(
                        String.format(Locale.ROOT, "x-%03d", at),
                        Difficulty.EASY,
                        DOMAIN,
                        "What is right in x-" + at + "?",
                        body(name(at), name(at ^ 1)),
                        "An idea."))
            .toList());
  }

  private static String name(int at) {
    return (at % 2 == 0 ? "Left" : "Right") + "OfPair" + at / 2;
  }

  private static Body body(String right, String wrong) {
    return new Body.Choices(
        Stream.concat(
                Stream.of(new Body.Option("By " + right, true, "So it is.")),
                IntStream.range(0, 3)
                    .mapToObj(i -> new Body.Option(wrong + " in way " + i, false, "No.")))
            .toList());
  }

  private int asked() {
    return Integer.parseInt(world.questionIn(ben.last()).id().substring(2));
  }

  private void answers(boolean right) {
    ben.presses((right ? world.right(ben.last()) : world.wrong(ben.last())).get(0));
  }

  private boolean isKept(int question) {
    return world
        .database()
        .jdbi()
        .withHandle(
            h ->
                h.createQuery(
                        "SELECT question_id FROM daily_plan UNION SELECT q.question_id"
                            + " FROM drop_question q JOIN group_drop d ON d.id = q.drop_id"
                            + " WHERE d.state = 'open'")
                    .mapTo(String.class)
                    .list())
        .contains(String.format(Locale.ROOT, "x-%03d", question));
  }

  @Test
  void aWrongAnswerInAReviewIsFollowedByItsContrast() {
    ben.runs("quiz count:20");
    while (ben.last().contains("[Stop]")) {
      answers(true);
      ben.presses(ben.last().contains("[Next]") ? "Next" : "Result");
    }
    world.passes(Duration.ofDays(5));
    ben.runs("review").sees("Review · 1 of ");
    int contrasts = 0;
    Set<Integer> all = new HashSet<>();
    while (ben.last().contains("[Stop]")) {
      int before = asked();
      assertThat(all.add(before)).isTrue();
      answers(false);
      boolean next = ben.last().contains("[Next]");
      boolean free = !isKept(before ^ 1) && !all.contains(before ^ 1);
      ben.presses(next ? "Next" : "Result");
      if (next && free) {
        assertThat(asked()).isEqualTo(before ^ 1);
        ben.doesNotSee("Often").doesNotSee("So it is");
        contrasts++;
      }
    }
    assertThat(contrasts).isPositive();
  }

  @Test
  void aRightAnswerHasNoContrast() {
    ben.runs("quiz count:20");
    while (ben.last().contains("[Stop]")) {
      answers(true);
      ben.presses(ben.last().contains("[Next]") ? "Next" : "Result");
    }
    world.passes(Duration.ofDays(5));
    ben.runs("review");
    List<String> answered =
        world
            .database()
            .jdbi()
            .withHandle(
                h ->
                    h.createQuery("SELECT question_id FROM practice_attempt")
                        .mapTo(String.class)
                        .list());
    while (ben.last().contains("[Stop]")) {
      assertThat(answered).contains(world.questionIn(ben.last()).id());
      answers(true);
      ben.presses(ben.last().contains("[Next]") ? "Next" : "Result");
    }
  }

  private void serveOne(String right, String wrong) {
    serveOne("What is right in x-0?", right, wrong);
  }

  private void serveOne(String stem, String right, String wrong) {
    world.serve(MadeUpPack.ofOne(stem, body(right, wrong)));
  }

  /** What somebody is told who practises the only question and chooses a wrong option. */
  private static String practises(Person person, String way) {
    choose(person.runs("quiz").sees("Practice · 1 of 1").doesNotSee("Often confused"), way);
    String told = person.last();
    person.presses("Result");
    return told;
  }

  private static void choose(Person person, String way) {
    String letter =
        person.last().replaceAll("(?s).*\\n([A-D])  [^\\n]* in way " + way + "\\n.*", "$1");
    person.presses(letter).sees("Not this time.");
  }

  @Test
  void whatThreeOthersHaveConfusedIsToldAfterTheAnswer() {
    serveOne("LeftOfPair0", "RightOfPair0");
    for (String person : List.of("p1", "p2", "p2")) {
      practises(world.chat().person(person), "0");
    }
    serveOne("What is right in x-0? (Edited.)", "LeftOfPair0", "RightOfPair0");
    practises(world.chat().person("p2"), "0");
    practises(world.chat().person("p3"), "1");
    practises(world.chat().person("p4"), "2");
    assertThat(practises(ben, "0")).doesNotContain("Often confused");
    Person cem = world.chat().person("cem");

    assertThat(practises(cem, "0"))
        .contains("Often confused: RightOfPair0 chosen where LeftOfPair0 is right.");
    assertThat(practises(ben, "0")).contains("Often confused: RightOfPair0 chosen");
    assertThat(practises(ben, "1")).doesNotContain("Often confused");
  }

  @Test
  void optionsWithoutNamesAreToldByTheirLetters() {
    serveOne("all means", "no means");
    for (int i = 0; i < 3; i++) {
      practises(world.chat().person("p" + i), "0");
    }
    String told = practises(ben, "0");

    String chosen = told.replaceAll("(?s).*You chose ([A-D]).*", "$1");
    String right = told.replaceAll("(?s).*the answer is ([A-D]).*", "$1");
    assertThat(told)
        .contains("Often confused: " + chosen + " chosen where " + right + " is right.");
  }

  @Test
  void whatOthersChooseInAnOpenDropIsNotTold() {
    serveOne("LeftOfPair0", "RightOfPair0");
    Person.Stale old = ben.runs("quiz").remembers("A");
    choose(ben, "0");
    world.goesTo("2026-03-27T08:00:00Z");
    for (int i = 0; i < 3; i++) {
      choose(world.chat().person("p" + i).runs("today"), "0");
    }

    old.press();
    ben.sees("Not this time.").doesNotSee("Often confused");
    world.goesTo("2026-03-28T08:00:00Z");
    old.press();
    ben.sees("Often confused");
  }
}
