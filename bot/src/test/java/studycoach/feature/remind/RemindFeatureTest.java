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
import studycoach.chat.ActionId;
import studycoach.pack.Bank;
import studycoach.testing.FakePlatform;
import studycoach.testing.Person;
import studycoach.testing.SmallPack;
import studycoach.testing.TestDatabase;
import studycoach.testing.World;

/** A drop comes every day at 09:00 UTC; Ben and Cleo have answered Tuesday's, Ben has asked. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class RemindFeatureTest {
  private static final String OPEN = "A question is open for you";
  private static final String BEFORE_THE_NIGHT = "2026-03-25T21:50:00Z";
  private static final String THE_NIGHT_AFTER = "2026-03-26T21:50:00Z";
  private static final String NEXT_DROP = "2026-03-26T09:00:00Z";

  private final TestDatabase kind;
  private @TempDir Path folder;
  private World world;
  private FakePlatform chat;
  private Person amira;
  private Person ben;
  private Person cleo;

  RemindFeatureTest(TestDatabase kind) {
    this.kind = kind;
  }

  private Bank bank() {
    List<String> questions =
        IntStream.rangeClosed(1, 12).mapToObj(i -> (i % 2 == 0 ? "a-" : "b-") + i).toList();
    return new SmallPack(folder).exam("X-1", questions).load();
  }

  @BeforeEach
  void open() {
    world = new World(kind, "2026-03-24T07:00:00Z", bank());
    chat = world.chat();
    amira = chat.manager("amira");
    ben = chat.person("ben");
    cleo = chat.person("cleo");
    amira.runs("setup exam:X-1 time:09:00 zone:UTC");
    world.goesTo("2026-03-24T09:00:00Z");
    answers(ben);
    answers(cleo);
    ben.runs("settings reminders:streak").sees("reminders: streak: a direct message");
  }

  @AfterEach
  void close() {
    world.close();
  }

  private static void answers(Person person) {
    person.runs("today").sees("Your copy").presses("A");
  }

  private int told(String person) {
    return told(chat, person);
  }

  private static int told(FakePlatform on, String person) {
    return on.seenBy(person).split(OPEN, -1).length - 1;
  }

  private long rows(String table) {
    return world
        .database()
        .jdbi()
        .withHandle(
            handle -> handle.createQuery("SELECT COUNT(*) FROM " + table).mapTo(Long.class).one());
  }

  @Test
  void whoAskedIsToldInTimeAndNobodyElse() {
    world.goesTo("2026-03-25T21:49:59Z");
    assertThat(told("ben")).isZero();
    world.goesTo(BEFORE_THE_NIGHT);

    assertThat(told("ben")).isEqualTo(1);
    assertThat(chat.seenBy("ben"))
        .contains("X-1: until Thu 26 Mar 2026, 09:00 UTC")
        .contains("Any answer, right or wrong, keeps your streak of 1 drop.")
        .contains("/coach today")
        .contains("[Today's question] [Stop reminders]");
    assertThat(told("amira") + told("cleo")).isZero();
    ben.presses("Today's question").sees("Your copy").presses("A");
    ben.runs("streak").sees("Your streak: 2 drops");
    world.goesTo(NEXT_DROP);
    assertThat(told("ben")).isEqualTo(1);
  }

  @Test
  void nothingIsPlannedForThoseWhoDidNotAsk() {
    ben.runs("settings reminders:off");
    world.passes(Duration.ofDays(8));

    assertThat(chat.seenBy("ben") + chat.seenBy("cleo")).doesNotContain("Stop reminders");
    assertThat(rows("reminder")).isZero();
    assertThat(rows("scheduled_tasks WHERE task_name = 'remind'")).isZero();
  }

  @Test
  void whoHasAnsweredIsNotTold() {
    world.goesTo("2026-03-25T21:49:00Z");
    answers(ben);
    world.goesTo(NEXT_DROP);

    assertThat(told("ben")).isZero();
  }

  @Test
  void whoHasAnsweredUnderSealIsNotTold() {
    amira.runs("setup feedback:sealed");
    world.goesTo("2026-03-25T12:00:00Z");
    ben.runs("today").presses("A");
    world.goesTo(NEXT_DROP);

    assertThat(told("ben")).isZero();
  }

  @Test
  void whoAnswersBetweenPlanAndSendingIsNotTold() {
    world.goesTo("2026-03-25T21:49:00Z");
    chat.failNextBeforePosting(Duration.ofMinutes(3));
    world.goesTo(BEFORE_THE_NIGHT);
    assertThat(rows("reminder")).isEqualTo(1);
    answers(ben);
    world.passes(Duration.ofMinutes(5));

    assertThat(told("ben")).isZero();
  }

  @Test
  void whoHasNoStreakToLoseIsNotTold() {
    Person dora = chat.person("dora");
    dora.runs("settings reminders:all").sees("reminders: all");
    world.goesTo("2026-03-26T09:00:00Z");
    cleo.runs("settings reminders:streak");
    world.goesTo("2026-03-28T09:00:00Z");

    assertThat(told("ben")).isEqualTo(1);
    assertThat(told("cleo")).isZero();
    assertThat(told("dora")).isZero();
  }

  @Test
  void whoIsOnVacationIsNotTold() {
    ben.runs("settings from:2026-03-25 to:2026-03-25");
    world.goesTo(NEXT_DROP);
    assertThat(told("ben")).isZero();

    world.goesTo("2026-03-27T09:00:00Z");
    assertThat(told("ben")).isEqualTo(1);
  }

  @Test
  void whoKeepsAFreezeIsNotTold() {
    for (int day = 25; day <= 30; day++) {
      world.goesTo("2026-03-%dT09:30:00Z".formatted(day));
      answers(ben);
    }
    ben.runs("streak").sees("freezes kept: 1");
    world.goesTo("2026-04-01T09:00:00Z");
    assertThat(told("ben")).isZero();

    world.goesTo("2026-04-02T09:00:00Z");
    assertThat(told("ben")).isEqualTo(1);
  }

  @Test
  void anExtraDropRemindsNobody() {
    world.goesTo("2026-03-25T09:30:00Z");
    answers(ben);
    amira.runs("group post");
    world.goesTo(NEXT_DROP);

    assertThat(told("ben")).isZero();
  }

  @Test
  void whoHasLeftIsNotTold() {
    ben.runs("group leave");
    world.goesTo(NEXT_DROP);

    assertThat(told("ben")).isZero();
  }

  @Test
  void nobodyIsToldTwiceAcrossRestarts() {
    world.isDownUntil("2026-03-25T21:49:00Z");
    world.goesTo(BEFORE_THE_NIGHT);
    world.isDownUntil("2026-03-25T21:51:00Z");
    world.isDownUntil("2026-03-25T21:59:00Z");
    ben.runs("settings quiet:off");
    world.goesTo(NEXT_DROP);

    assertThat(told("ben")).isEqualTo(1);
  }

  @Test
  void aReminderInDoubtIsLookedForAndNotSentAgain() {
    world.goesTo("2026-03-25T21:49:00Z");
    chat.failNextAfterPosting();
    world.goesTo("2026-03-25T21:59:00Z");

    assertThat(told("ben")).isEqualTo(1);
  }

  @Test
  void aReminderThatIsALittleLateComesAllTheSame() {
    ben.runs("settings quiet:off");
    world.goesTo("2026-03-25T23:00:00Z");
    world.isDownUntil("2026-03-26T07:59:59Z");

    assertThat(told("ben")).isEqualTo(1);
  }

  @Test
  void aReminderThatIsTwoHoursLateIsLeftOut() {
    ben.runs("settings quiet:off");
    world.goesTo("2026-03-25T23:00:00Z");
    world.isDownUntil("2026-03-26T08:00:00Z");
    world.goesTo(NEXT_DROP);

    assertThat(told("ben")).isZero();
  }

  @Test
  void aReminderThatIsLateIsNotSentInQuietHours() {
    world.goesTo("2026-03-25T21:00:00Z");
    world.isDownUntil("2026-03-25T22:00:00Z");
    assertThat(told("ben")).isZero();

    world.goesTo(NEXT_DROP);
    assertThat(told("ben")).isZero();
  }

  @Test
  void noneComesWhenTheWindowHasEnded() {
    amira.runs("setup reveal:1h");
    ben.runs("settings quiet:off");
    world.goesTo("2026-03-25T09:29:00Z");
    world.isDownUntil("2026-03-25T10:00:00Z");

    assertThat(told("ben")).isZero();
  }

  @Test
  void aShortWindowIsHalfOverThen() {
    amira.runs("setup reveal:1h");
    world.goesTo("2026-03-25T09:29:59Z");
    assertThat(told("ben")).isZero();
    world.goesTo("2026-03-25T09:30:00Z");

    assertThat(told("ben")).isEqualTo(1);
  }

  @Test
  void theNightIsThatOfOnesOwnZone() {
    ben.runs("settings zone:America/New_York");
    world.goesTo("2026-03-26T01:49:59Z");
    assertThat(told("ben")).isZero();
    world.goesTo("2026-03-26T01:50:00Z");

    assertThat(told("ben")).isEqualTo(1);
    assertThat(chat.seenBy("ben")).contains("until Thu 26 Mar 2026, 05:00 EDT");
  }

  @Test
  void otherQuietHoursCountFromTheNextReminderOn() {
    ben.runs("settings quiet:20:30-9").sees("quiet: 20:30-9: no reminder comes then");
    world.goesTo("2026-03-25T20:20:00Z");

    assertThat(told("ben")).isEqualTo(1);
    world.goesTo(NEXT_DROP);
    assertThat(told("ben")).isEqualTo(1);
  }

  @Test
  void whoAsksWhileADropIsOpenIsToldOfItToo() {
    world.goesTo("2026-03-25T18:00:00Z");
    cleo.runs("settings reminders:all");
    world.goesTo(BEFORE_THE_NIGHT);

    assertThat(told("cleo")).isEqualTo(1);
  }

  @Test
  void oneTapStopsThemAndTellsHowToHaveThemAgain() {
    world.goesTo(BEFORE_THE_NIGHT);
    ben.presses("Stop reminders")
        .sees("No more reminders will come. To have them again: /coach settings reminders:streak");
    assertThat(told("ben")).isZero();
    answers(ben);
    world.goesTo("2026-03-28T09:00:00Z");
    assertThat(told("ben")).isZero();

    ben.runs("settings").sees("[Reminders: off]").sees("quiet: 22-8");
  }

  @Test
  void whoStopsThemBeforeOneIsSentGetsNone() {
    world.goesTo("2026-03-25T21:49:00Z");
    chat.failNextBeforePosting(Duration.ofMinutes(3));
    world.goesTo(BEFORE_THE_NIGHT);
    ben.runs("settings reminders:weekly");
    world.passes(Duration.ofMinutes(5));

    assertThat(told("ben")).isZero();
  }

  @Test
  void nobodyElseStopsThem() {
    world.goesTo(BEFORE_THE_NIGHT);
    ActionId stop = ben.idOf("Stop reminders");
    cleo.usesAlone(stop).sees("That is not a reminder of yours.");
    answers(ben);

    world.goesTo(THE_NIGHT_AFTER);
    assertThat(told("ben")).isEqualTo(2);
    ben.usesAlone(stop).sees("No more reminders");
    ben.usesAlone(stop).sees("reminders:all");
  }

  @Test
  void ofLinkedAccountsTheOneIsToldThatAsked() {
    FakePlatform there = world.chat("other");
    Person other = there.person("ben2");
    String shown = cleo.runs("link start").last();
    other.runs("link enter " + shown.replaceAll("(?s).*link enter (\\S+).*", "$1"));
    other.presses("Link").sees("one person");
    other.runsAlone("settings reminders:streak").sees("[Reminders: streak]");
    cleo.runs("settings").sees("[Reminders: off]");
    world.goesTo(BEFORE_THE_NIGHT);

    assertThat(told(there, "ben2")).isEqualTo(1);
    assertThat(told("cleo")).isZero();
    assertThat(there.seenBy("ben2")).contains("keeps your streak of 1 drop");

    answers(cleo);
    world.goesTo(NEXT_DROP);
    answers(cleo);
    world.goesTo("2026-03-27T09:00:00Z");
    assertThat(told(there, "ben2")).isEqualTo(1);
  }

  @Test
  void whoseDirectMessagesAreClosedGetsNothingHoursLater() {
    chat.closesDirectMessages(ben);
    world.goesTo("2026-03-25T21:55:00Z");
    chat.opensDirectMessages(ben);
    world.goesTo(NEXT_DROP);

    assertThat(told("ben")).isZero();
  }

  @Test
  void aWindowThatWasMovedIsReckonedWith() {
    world.goesTo("2026-03-25T10:00:00Z");
    amira.runs("setup time:20:00");
    world.goesTo("2026-03-26T16:59:59Z");
    assertThat(told("ben")).isZero();
    world.goesTo("2026-03-26T17:00:00Z");

    assertThat(told("ben")).isEqualTo(1);
    assertThat(chat.seenBy("ben")).contains("until Thu 26 Mar 2026, 20:00 UTC");
  }

  @Test
  void whatIsSentCountsAmongThePosts() {
    world.goesTo(BEFORE_THE_NIGHT);

    assertThat(
            world
                .registry()
                .counter("coach.posts.sent", "platform", "fake", "kind", "reminder")
                .count())
        .isEqualTo(1);
  }
}
