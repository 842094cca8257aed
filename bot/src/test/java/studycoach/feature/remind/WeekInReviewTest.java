package studycoach.feature.remind;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import studycoach.testing.FakePlatform;
import studycoach.testing.Person;
import studycoach.testing.SmallPack;
import studycoach.testing.TestDatabase;
import studycoach.testing.World;

/** A drop of two questions comes every day at 09:00 UTC; the first on Monday, 23 March. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class WeekInReviewTest {
  private static final String WEEK = "Your week in X-1";

  private final TestDatabase kind;
  private @TempDir Path folder;
  private World world;
  private FakePlatform chat;
  private Person amira;
  private Person ben;

  WeekInReviewTest(TestDatabase kind) {
    this.kind = kind;
  }

  @BeforeEach
  void open() {
    begin("2026-03-23");
  }

  private void begin(String monday) {
    List<String> questions =
        IntStream.rangeClosed(1, 40).mapToObj(i -> (i % 2 == 0 ? "a-" : "b-") + i).toList();
    world =
        new World(kind, monday + "T07:00:00Z", new SmallPack(folder).exam("X-1", questions).load());
    chat = world.chat();
    amira = chat.manager("amira");
    ben = chat.person("ben");
    amira.runs("setup exam:X-1 time:09:00 zone:UTC questions:2");
    ben.runs("settings reminders:weekly").sees("on Sunday, how your week went");
    world.goesTo(monday + "T09:00:00Z");
  }

  @AfterEach
  void close() {
    world.close();
  }

  /** Gives the first open question a right or a wrong answer, and tells its domain. */
  private String answers(Person person, boolean right) {
    String copy = person.runs("today").sees("Your copy").last();
    person.presses((right ? world.right(copy) : world.wrong(copy)).get(0));
    return SmallPack.domain(SmallPack.asked(copy).get(0));
  }

  private int told(String person) {
    return chat.seenBy(person).split(WEEK, -1).length - 1;
  }

  @Test
  void itTellsWhatWasAnsweredInEachDomainAndTheStreak() {
    String first = answers(ben, true);
    String second = answers(ben, false);
    answers(amira, true);
    assertThat(first).isNotEqualTo(second);
    world.goesTo("2026-03-29T17:59:59Z");
    assertThat(told("ben")).isZero();
    world.goesTo("2026-03-29T18:00:00Z");

    assertThat(told("ben")).isEqualTo(1);
    assertThat(told("amira")).isZero();
    assertThat(chat.seenBy("ben"))
        .contains("In the last seven days you answered 2 questions, 1 right.")
        .contains("Domain " + first + ": 1 question, 1 right")
        .contains("Domain " + second + ": 1 question, 0 right")
        .contains("streak: 0 drops")
        .contains("/coach progress")
        .contains("[Progress] [Stop reminders]");
    assertThat(chat.seenBy("ben")).doesNotContain("A question is open for you");
    ben.presses("Progress");
    ben.presses("Stop reminders").sees("/coach settings reminders:weekly");
  }

  @Test
  void aWeekWithoutAnAnswerIsLeftOut() {
    answers(ben, true);
    world.goesTo("2026-03-30T00:00:00Z");
    assertThat(told("ben")).isEqualTo(1);
    world.goesTo("2026-04-06T00:00:00Z");
    assertThat(told("ben")).isEqualTo(1);

    answers(ben, true);
    world.goesTo("2026-04-13T00:00:00Z");
    assertThat(told("ben")).isEqualTo(2);
    assertThat(chat.seenBy("ben")).contains("you answered 1 question, 1 right.");
  }

  @Test
  void practiceCounts() {
    answers(ben, true);
    ben.runs("quiz");
    ben.presses(world.wrong(ben.last()).get(0));
    world.goesTo("2026-03-29T18:00:00Z");

    assertThat(chat.seenBy("ben")).contains("you answered 2 questions, 1 right.");
  }

  @Test
  void whatIsUnderSealCountsOnceInTheWeekOfItsReveal() {
    amira.runs("setup feedback:sealed");
    world.goesTo("2026-03-29T12:00:00Z");
    ben.runs("today").presses("A");
    world.goesTo("2026-03-29T20:00:00Z");
    assertThat(told("ben")).isZero();

    world.goesTo("2026-04-06T00:00:00Z");
    assertThat(told("ben")).isEqualTo(1);
    assertThat(chat.seenBy("ben")).contains("you answered 1 question, ");
    world.goesTo("2026-04-13T00:00:00Z");
    assertThat(told("ben")).isEqualTo(1);
  }

  @Test
  void sixIsThatOfOnesOwnWallClock() {
    ben.runs("settings zone:America/New_York");
    answers(ben, true);
    world.goesTo("2026-03-29T21:59:59Z");
    assertThat(told("ben")).isZero();
    world.goesTo("2026-03-29T22:00:00Z");
    assertThat(told("ben")).isEqualTo(1);
  }

  @Test
  void sixIsThatOfTheWallClockThatWasJustTurned() {
    world.close();
    begin("2026-10-19");
    ben.runs("settings zone:Europe/Berlin");
    answers(ben, true);
    world.goesTo("2026-10-25T16:59:59Z");
    assertThat(told("ben")).isZero();
    world.goesTo("2026-10-25T17:00:00Z");
    assertThat(told("ben")).isEqualTo(1);
  }

  @Test
  void itComesBeforeQuietHoursAndOnce() {
    ben.runs("settings quiet:17-20");
    answers(ben, true);
    world.goesTo("2026-03-29T16:49:59Z");
    assertThat(told("ben")).isZero();
    world.goesTo("2026-03-29T16:50:00Z");
    assertThat(told("ben")).isEqualTo(1);

    ben.runs("settings quiet:off zone:America/New_York");
    world.isDownUntil("2026-03-29T21:00:00Z");
    world.passes(Duration.ofHours(12));
    assertThat(told("ben")).isEqualTo(1);
  }

  @Test
  void itIsLeftOutIfWeWereDownForTwoHours() {
    answers(ben, true);
    world.isDownUntil("2026-03-29T20:00:00Z");
    assertThat(told("ben")).isZero();

    world.goesTo("2026-04-06T00:00:00Z");
    assertThat(told("ben")).isZero();
  }
}
