package studycoach.feature.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import studycoach.chat.ActionId;
import studycoach.testing.FakePlatform;
import studycoach.testing.Person;
import studycoach.testing.SmallPack;
import studycoach.testing.TestDatabase;
import studycoach.testing.World;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class AccessFeatureTest {
  private static final String GONE = "the bot can't see the channel";
  private static final String TOLD = "Nothing can be posted for X-1";
  private static final String NOTICE = "I could not send you a direct message";
  private static final String DROP = "2026-03-27T08:00:00Z";
  private static final String NEXT_DROP = "2026-03-28T08:00:00Z";

  private final TestDatabase kind;
  private @TempDir Path folder;
  private World world;
  private FakePlatform chat;
  private Person amira;
  private Person ben;

  AccessFeatureTest(TestDatabase kind) {
    this.kind = kind;
  }

  /** Amira and Ben organise the group; its first drop is due in an hour. */
  @BeforeEach
  void open() {
    List<String> questions = List.of("a-1", "a-2", "a-3", "b-1", "b-2", "b-3");
    world =
        new World(
            kind, "2026-03-27T07:00:00Z", new SmallPack(folder).exam("X-1", questions).load());
    chat = world.chat();
    amira = chat.manager("amira");
    ben = chat.person("ben");
    amira.runs("setup exam:X-1 time:08:00 zone:UTC organisers:@ben");
  }

  @AfterEach
  void close() {
    world.close();
  }

  private int told(String person, String words) {
    return chat.seenBy(person).split(words, -1).length - 1;
  }

  private long drops() {
    return chat.texts().stream()
        .filter(text -> text.contains("[A]") || text.contains("Closed"))
        .count();
  }

  @Test
  void organisersAreToldOnceAndNobodyElse() {
    chat.locks(GONE);
    world.goesTo("2026-03-27T12:00:00Z");

    for (String organiser : List.of("amira", "ben")) {
      assertThat(told(organiser, TOLD)).isEqualTo(1);
      assertThat(chat.seenBy(organiser)).contains("#general", GONE, "27 Mar", "[Try now]");
    }
    assertThat(told("cleo", TOLD)).isZero();
    assertThat(chat.posts()).isEmpty();
    amira.runs("group show").sees("Nothing can be posted in Fake #general: " + GONE);
  }

  @Test
  void itGoesOnByItselfAndSaysSo() {
    chat.locks(GONE);
    world.goesTo(DROP);
    world.passes(Duration.ofMinutes(15));
    assertThat(drops()).isZero();

    chat.opens();
    world.passes(Duration.ofMinutes(10));

    assertThat(drops()).isEqualTo(1);
    assertThat(chat.seenBy("ben")).contains("It works again for X-1", GONE);
    assertThat(chat.seenBy("ben")).doesNotContain(TOLD, "[Try now]");
    ben.runs("group show").doesNotSee("Nothing can be posted");
    world.goesTo("2026-03-27T12:00:00Z");
    assertThat(drops()).isEqualTo(1);
  }

  @Test
  void whoHidesTheHistoryIsToldOfAPostInDoubt() {
    chat.failNextAfterPosting();
    chat.hidesHistory("the bot lacks the permission “Read Message History”");
    world.goesTo(DROP);
    world.passes(Duration.ofMinutes(30));
    assertThat(told("ben", TOLD)).isEqualTo(1);
    assertThat(chat.seenBy("ben")).contains("“Read Message History”");

    chat.showsHistory();
    world.passes(Duration.ofMinutes(10));

    assertThat(drops()).isEqualTo(1);
    assertThat(chat.seenBy("ben")).contains("It works again for X-1").doesNotContain(TOLD);
  }

  @Test
  void aShortOutageIsOverAfterAMinute() {
    chat.locks(GONE);
    world.goesTo(DROP);
    chat.opens();
    world.passes(Duration.ofMinutes(1));

    assertThat(drops()).isEqualTo(1);
  }

  @Test
  void aSecondPauseIsToldAnew() {
    chat.locks(GONE);
    world.goesTo(DROP);
    chat.opens();
    world.passes(Duration.ofMinutes(1));
    chat.locks("I was removed");
    world.goesTo(NEXT_DROP);

    assertThat(told("amira", TOLD)).isEqualTo(1);
    assertThat(told("amira", "It works again for X-1")).isEqualTo(1);
    assertThat(chat.seenBy("amira")).contains("I was removed");
  }

  @Test
  void itGoesOnAfterARestartToo() {
    chat.locks(GONE);
    world.goesTo(DROP);
    chat.opens();
    world.isDownUntil("2026-03-27T09:00:00Z");

    assertThat(drops()).isEqualTo(1);
    assertThat(told("amira", "It works again for X-1")).isEqualTo(1);
  }

  @Test
  void anOrganiserTriesAtOnce() {
    chat.locks(GONE);
    world.goesTo(DROP);
    world.passes(Duration.ofMinutes(5));
    amira.presses("Try now").sees("I am trying");
    assertThat(told("amira", TOLD)).isEqualTo(1);

    chat.opens();
    Person.Stale again = amira.remembers("Try now");
    amira.presses("Try now");

    assertThat(drops()).isEqualTo(1);
    assertThat(chat.seenBy("amira")).contains("It works again for X-1");
    again.press().sees("It works again already");
  }

  @Test
  void othersMayNotTry() {
    chat.locks(GONE);
    world.goesTo(DROP);
    chat.opens();
    ActionId button = amira.idOf("Try now");

    chat.person("cleo").uses(button).sees("Only organisers");
    chat.manager("dora").usesAlone(button).sees("Only organisers");

    assertThat(drops()).isZero();
  }

  @Test
  void aDropThatNobodySawBreaksNoStreakAndDoesNotComeTooLate() {
    world.goesTo(DROP);
    ben.presses("A");
    ben.runs("streak").sees("1 drop");
    chat.locks(GONE);
    world.goesTo("2026-03-29T07:59:00Z");
    assertThat(drops()).isEqualTo(1);

    chat.opens();
    world.goesTo("2026-03-29T08:10:00Z");

    assertThat(drops()).isEqualTo(2);
    ben.presses("A");
    ben.runs("streak").sees("2 drops");
  }

  @Test
  void aDropThatCameLateCountsAndItsRevealComes() {
    chat.locks(GONE);
    world.goesTo("2026-03-27T20:00:00Z");
    chat.opens();
    world.passes(Duration.ofHours(1));
    ben.presses("A");

    world.goesTo(NEXT_DROP);

    assertThat(chat.texts()).anyMatch(text -> text.contains("The answer"));
    assertThat(chat.text(0)).contains("Closed");
    ben.runs("streak").sees("1 drop");
  }

  @Test
  void closedDirectMessagesAreToldOnceBelowAPrivateAnswer() {
    chat.closesDirectMessages(amira);
    chat.locks(GONE);
    world.goesTo(DROP);

    amira.runs("group show").sees(NOTICE + ": direct messages are closed.").sees("X-1");
    amira.runs("group show").doesNotSee(NOTICE);
    ben.runs("group show").doesNotSee(NOTICE);
    world.passes(Duration.ofHours(5));
    amira.runs("streak").doesNotSee(NOTICE);
    assertThat(told("amira", TOLD)).isZero();
  }

  @Test
  void aMessageThatDidNotGetThroughComesWhenTheyAreToldOfIt() {
    chat.closesDirectMessages(amira);
    chat.locks(GONE);
    world.goesTo(DROP);
    chat.opensDirectMessages(amira);

    amira.runs("group show").sees(NOTICE);

    assertThat(told("amira", TOLD)).isEqualTo(1);
  }

  @Test
  void itComesWhenTheyWriteOneOrWithinAnHour() {
    chat.closesDirectMessages(amira);
    chat.closesDirectMessages(ben);
    chat.locks(GONE);
    world.goesTo(DROP);
    chat.opensDirectMessages(amira);
    chat.opensDirectMessages(ben);

    amira.runsAlone("help").doesNotSee(NOTICE);
    assertThat(told("amira", TOLD)).isEqualTo(1);
    assertThat(told("ben", TOLD)).isZero();

    world.passes(Duration.ofHours(1));
    assertThat(told("ben", TOLD)).isEqualTo(1);
    ben.runs("group show").doesNotSee(NOTICE);
  }
}
