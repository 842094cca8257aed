package studycoach.feature.daily;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import studycoach.chat.ActionId;
import studycoach.chat.Control;
import studycoach.pack.Body;
import studycoach.pack.MadeUpPack;
import studycoach.testing.FakePlatform;
import studycoach.testing.Person;
import studycoach.testing.TestDatabase;
import studycoach.testing.World;

/** Orderings and matchings, from the drop to the reveal. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class ArrangingTest {
  private static final List<String> STEPS = List.of("collect", "clean", "train", "deploy");
  private static final List<String> PROMPTS = List.of("speech to text", "text to speech", "scans");
  private static final List<String> MATCHES = List.of("Transcribe", "Polly", "Textract");
  private static final Body ORDERING =
      new Body.Ordering(STEPS.stream().map(text -> new Body.Step(text, "why " + text)).toList());
  private static final Body MATCHING =
      new Body.Matching(
          IntStream.range(0, PROMPTS.size())
              .mapToObj(i -> new Body.Pair(PROMPTS.get(i), MATCHES.get(i), "why " + MATCHES.get(i)))
              .toList());

  private final TestDatabase kind;
  private World world;
  private FakePlatform chat;
  private Person amira;
  private Person ben;

  ArrangingTest(TestDatabase kind) {
    this.kind = kind;
    drop(ORDERING, "");
  }

  private void drop(Body body, String settings) {
    if (world != null) {
      world.close();
    }
    world =
        new World(kind, "2026-03-27T07:00:00Z", MadeUpPack.ofOne("How does it go together?", body));
    chat = world.chat();
    amira = chat.manager("amira");
    ben = chat.person("ben");
    amira.runs("setup exam:X-1 time:09:00 zone:Europe/Berlin reveal:1h " + settings);
    world.goesTo("2026-03-27T08:00:00Z");
  }

  @AfterEach
  void close() {
    world.close();
  }

  /** The letter of a piece on somebody's newest copy. */
  private static String letter(Person person, String piece) {
    return person
        .last()
        .lines()
        .filter(line -> line.matches("[A-G]  " + piece))
        .map(line -> line.substring(0, 1))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + piece + " in " + person.last()));
  }

  private static void puts(Person person, List<String> pieces) {
    pieces.forEach(piece -> person.presses(letter(person, piece)));
  }

  private static List<String> labels(Person person) {
    return person.seen().controls().map(control -> ((Control.Button) control).label()).toList();
  }

  private int attempts() {
    return world
        .database()
        .jdbi()
        .withHandle(h -> h.createQuery("SELECT COUNT(*) FROM attempt").mapTo(Integer.class).one());
  }

  @Test
  void theDropShowsTheStepsAndIsAnsweredElsewhere() {
    assertThat(chat.lastText()).contains(STEPS).doesNotContain("why").contains("0 have answered");
    assertThat(labels(ben)).containsExactly("Put in order");
  }

  @Test
  void theRightOrderIsPutStepByStepAndSubmitted() {
    ben.presses("Put in order").sees("Which one comes first?");
    assertThat(labels(ben)).containsExactly("A", "B", "C", "D");

    puts(ben, STEPS.subList(0, 1));
    ben.sees("Which one comes as number 2?").sees("So far: " + letter(ben, "collect"));
    assertThat(labels(ben)).hasSize(5).contains("Back", "Clear");
    puts(ben, STEPS.subList(1, 4));
    assertThat(labels(ben)).containsExactly("Submit", "Back", "Clear");
    assertThat(attempts()).isZero();

    ben.presses("Submit").sees("Right.").sees("+15 points").sees("✓ 3").sees("why train");
    assertThat(attempts()).isEqualTo(1);
    assertThat(chat.lastText()).contains("1 has answered");
  }

  @Test
  void aWrongOrderIsWrongAsAWholeAndToldPlaceByPlace() {
    ben.presses("Put in order");
    puts(ben, List.of("collect", "train", "clean", "deploy"));
    String train = letter(ben, "train");

    ben.presses("Submit").sees("Not this time.").sees("✓ 1").sees("✗ 2").sees("✓ 4");
    ben.sees("clean (you put " + train + ")").sees("why clean");
  }

  @Test
  void pairsAreMatchedPromptByPrompt() {
    drop(MATCHING, "");
    assertThat(chat.lastText()).contains(PROMPTS).contains(MATCHES).doesNotContain("why");

    ben.presses("Match").sees("Which one belongs to 1?");
    puts(ben, MATCHES.subList(0, 1));
    ben.sees("1  speech to text → " + letter(ben, "Transcribe")).sees("belongs to 2?");
    puts(ben, MATCHES.subList(1, 3));

    ben.presses("Submit").sees("Right.").sees("✓ 2  text to speech → ").sees("why Polly");
  }

  @Test
  void aWrongMatchIsToldAtItsPrompt() {
    drop(MATCHING, "");
    ben.presses("Match");
    puts(ben, List.of("Polly", "Transcribe", "Textract"));
    String polly = letter(ben, "Polly");

    ben.presses("Submit").sees("Not this time.").sees("Transcribe (you put " + polly + ")");
    ben.sees("✓ 3  scans");
  }

  @Test
  void whatWasPutCanBeTakenBack() {
    ben.presses("Put in order");
    puts(ben, List.of("deploy", "clean"));

    ben.presses("Back").sees("as number 2?");
    puts(ben, List.of("train"));
    ben.presses("Clear").sees("comes first?");
    assertThat(labels(ben)).containsExactly("A", "B", "C", "D");
  }

  @Test
  void whatWasPutOutlivesARestartAndStandsInEveryCopy() {
    ben.presses("Put in order");
    puts(ben, STEPS.subList(0, 2));

    world.isDownUntil("2026-03-27T08:10:00Z");

    ben.runs("today").sees("Your copy").sees("as number 3?");
    puts(ben, STEPS.subList(2, 4));
    ben.presses("Submit").sees("Right.");
  }

  @Test
  void aButtonOfAnEarlierPlaceDoesNothing() {
    ben.presses("Put in order");
    String first = letter(ben, "collect");
    Person.Stale again = ben.remembers(first);
    Person.Stale other = ben.remembers(letter(ben, "train"));
    ben.presses(first);

    again.press();
    other.press();

    ben.sees("as number 2?").sees("So far: " + first);
    ben.doesNotSee("So far: " + first + ",");
  }

  @Test
  void takingBackTwiceByOneButtonTakesOneBack() {
    ben.presses("Put in order");
    puts(ben, STEPS.subList(0, 3));
    Person.Stale back = ben.remembers("Back");

    back.press();
    back.press();

    ben.sees("as number 3?");
  }

  @Test
  void submittingTwiceCountsOnceAndSaysTheSame() {
    ben.presses("Put in order");
    puts(ben, STEPS);
    Person.Stale submit = ben.remembers("Submit");
    submit.press();
    String told = ben.last();

    submit.press();

    assertThat(ben.last()).isEqualTo(told);
    assertThat(attempts()).isEqualTo(1);
  }

  @Test
  void whoHasAnsweredIsToldSoAndCannotAnswerAgain() {
    ben.presses("Put in order");
    puts(ben, STEPS);
    ben.presses("Submit");

    ben.presses("Put in order").sees("Right.");
    assertThat(labels(ben)).doesNotContain("A");
    ben.runs("today").sees("answered everything");
  }

  @Test
  void underSealItIsNotedAndMayBeChangedUntilTheReveal() {
    drop(ORDERING, "feedback:sealed");
    ben.presses("Put in order");
    puts(ben, List.of("clean", "collect", "train", "deploy"));
    Person.Stale submit = ben.remembers("Submit");
    ben.presses("Submit").sees("Noted: ").doesNotSee("why");
    submit.press();
    ben.sees("Noted: ");

    ben.presses("Put in order").sees("comes first?");
    puts(ben, STEPS);
    ben.presses("Submit").sees("Noted: ");
    assertThat(chat.lastText()).contains("1 has answered");

    world.goesTo("2026-03-27T09:00:00Z");
    assertThat(chat.lastText()).startsWith("The answer is ").contains("1 of 1 right");
    ben.presses("My answer").sees("Right.").sees("why train");
  }

  @Test
  void theRevealCountsWhoHadEachPlaceRight() {
    Person cem = chat.person("cem");
    ben.presses("Put in order");
    puts(ben, STEPS);
    ben.presses("Submit");
    cem.presses("Put in order");
    puts(cem, List.of("collect", "train", "clean", "deploy"));
    cem.presses("Submit");

    world.goesTo("2026-03-27T09:00:00Z");

    assertThat(chat.lastText())
        .containsPattern("1  [A-D]  collect \\(2 of 2 right\\)\nwhy collect")
        .containsPattern("2  [A-D]  clean \\(1 of 2 right\\)")
        .contains("1 of 2 right · first right: ben");
  }

  @Test
  void theThreadAsksAboutTheHardestPlace() {
    drop(MATCHING, "");
    amira.runs("setup").presses("Open threads");
    ben.presses("Match");
    puts(ben, List.of("Transcribe", "Textract", "Polly"));
    ben.presses("Submit");

    world.goesTo("2026-03-27T09:00:00Z");

    assertThat(chat.texts())
        .anySatisfy(text -> assertThat(text).contains("Most went wrong at 2  text to speech."));
  }

  @Test
  void whenTheWindowIsOverNothingIsTakenAnyMore() {
    ben.presses("Put in order");
    puts(ben, STEPS);
    Person.Stale submit = ben.remembers("Submit");
    Person.Stale back = ben.remembers("Back");

    world.goesTo("2026-03-27T09:00:00Z");

    submit.press();
    ben.sees("The time for this question is over.");
    back.press();
    ben.sees("The time for this question is over.");
    assertThat(attempts()).isZero();
  }

  @Test
  void everybodyHasACopyOfTheirOwn() {
    Person cem = chat.person("cem");
    ben.presses("Put in order");
    puts(ben, STEPS.subList(0, 2));

    cem.presses("Put in order").sees("comes first?");
    cem.pressesThatOf(ben, "Clear").sees("comes first?");

    ben.runs("today").sees("as number 3?");
  }

  @Test
  void ordersDifferAndButtonsDoNotTellThem() {
    Set<String> orders =
        IntStream.range(0, 12)
            .mapToObj(i -> chat.person("p" + i).presses("Put in order"))
            .map(person -> STEPS.stream().map(step -> letter(person, step)).toList().toString())
            .collect(Collectors.toSet());
    assertThat(orders).hasSizeGreaterThan(4);

    List<ActionId> one = ids(chat.person("p0"));
    assertThat(ids(chat.person("p1"))).isEqualTo(one);
    assertThat(one.stream().map(id -> id.key(2))).containsExactly("0", "1", "2", "3");
  }

  private static List<ActionId> ids(Person person) {
    person.presses("Put in order");
    return person.seen().controls().flatMap(control -> control.action().stream()).toList();
  }

  @Test
  void aPieceThatIsNotThereIsNoChoice() {
    ben.presses("Put in order");
    String question = ben.idOf("A").key(0);

    ben.uses(ActionId.of("daily", "put", question, 0, 9)).sees("I don't know that choice.");
    ben.uses(ActionId.of("daily", "put", question, -1, 0)).sees("I don't know that choice.");
    ben.uses(ActionId.of("daily", "put", question, 0, 4)).sees("comes first?");
    ben.uses(ActionId.of("daily", "answer", question, "x", 0)).sees("I don't know that choice.");
  }

  @Test
  void organisersSeeThePiecesEarlyButNotTheirOrder() {
    drop(MATCHING, "");
    amira.runs("group preview").sees("• Polly").sees("• scans").doesNotSee("why");
    assertThat(amira.last().indexOf("• Polly")).isLessThan(amira.last().indexOf("• Transcribe"));
  }
}
