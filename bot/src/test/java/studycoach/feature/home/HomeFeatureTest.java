package studycoach.feature.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import studycoach.chat.ChannelRef;
import studycoach.chat.UserRef;
import studycoach.pack.QuestionType;
import studycoach.study.Learners;
import studycoach.testing.Person;
import studycoach.testing.TestDatabase;
import studycoach.testing.World;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class HomeFeatureTest {
  private static final Optional<ChannelRef> DIRECT = Optional.empty();

  private final World world;
  private final Person amira;
  private final Person ben;

  /** On a Friday, an hour before the drop. */
  HomeFeatureTest(TestDatabase kind) {
    world = new World(kind, "2026-03-27T07:00:00Z");
    amira = world.chat().manager("amira");
    ben = world.chat().person("ben");
    amira.runs("setup exam:MLS-C01 time:09:00 zone:Europe/Berlin");
  }

  @AfterEach
  void close() {
    world.close();
  }

  private static Optional<ChannelRef> channel(String id) {
    return Optional.of(new ChannelRef("fake", "w", id));
  }

  private void answers(Person person, boolean right) {
    String copy = person.last();
    List<String> letters = right ? world.right(copy) : world.wrong(copy);
    if (world.questionIn(copy).type() == QuestionType.MULTIPLE_CHOICE) {
      person.presses(letters.get(0));
    } else {
      person.chooses(letters.subList(0, world.right(copy).size()));
    }
  }

  private void answersToday(Person person, boolean right) {
    answers(person.runs("today"), right);
  }

  @Test
  void aNewcomerSeesWhatIsOpenAndHowToJoin() {
    ben.runs("home").sees("today: nothing open · the next drop comes Fri 27 Mar 2026, 09:00");
    ben.doesNotSee("Today's question");
    world.goesTo("2026-03-27T08:00:00Z");

    ben.runs("home")
        .sees("AWS Certified Machine Learning – Specialty")
        .sees("today: open until Sat 28 Mar 2026, 09:00")
        .sees("streak: none yet")
        .sees("board: you are not in this group; answering a question joins it")
        .sees("next: Answer the open question.")
        .presses("Today's question")
        .sees("Your copy");
    ben.runs("home").presses("Progress").sees("Your progress");
  }

  @Test
  void theRootWordAloneShowsIt() {
    assertThat(ben.runs("").last()).isEqualTo(ben.runs("home").last());
  }

  @Test
  void whoHasAnsweredSeesTheirPlaceAndTheGap() {
    world.goesTo("2026-03-27T08:00:00Z");
    answersToday(amira, true);
    answersToday(ben, false);

    amira
        .runs("home")
        .sees("today: answered · the next drop comes Sat 28 Mar 2026, 09:00")
        .sees("streak: 1 drop · 0 freezes kept")
        .sees("place 1 of 2")
        .sees("next: Keep answering")
        .doesNotSee("behind")
        .doesNotSee("Today's question");
    ben.runs("home").sees("season 1 · 0 points · place 2 of 2 · ").sees("behind the next");
  }

  @Test
  void aTieIsShared() {
    world.goesTo("2026-03-27T08:00:00Z");
    answersToday(amira, false);
    answersToday(ben, false);

    ben.runs("home").sees("season 1 · 0 points · place 1 of 2, shared with 1");
  }

  @Test
  void theStreakSaysUntilWhenToAnswer() {
    world.goesTo("2026-03-27T08:00:00Z");
    answersToday(ben, false);
    ben.runs("home").sees("streak: 1 drop · 0 freezes kept").doesNotSee("answer by");
    world.goesTo("2026-03-28T08:00:00Z");

    ben.runs("home").sees("0 freezes kept · answer by Sun 29 Mar 2026, 09:00 CEST to keep it");
    answersToday(ben, false);
    ben.runs("home").doesNotSee("answer by");
  }

  @Test
  void aFreezeWouldBeUsed() {
    for (int day = 0; day < 7; day++) {
      world.passes(Duration.ofDays(1));
      answersToday(ben, false);
    }
    world.passes(Duration.ofDays(1));

    ben.runs("home").sees("1 freeze kept · answer by").sees(", or a freeze is used");
  }

  @Test
  void neitherAnExtraDropNorAVacationPutsTheStreakAtRisk() {
    world.goesTo("2026-03-27T08:00:00Z");
    answersToday(ben, false);
    amira.runs("group post");
    ben.runs("home").sees("today: open until").doesNotSee("answer by");

    ben.runs("settings from:2026-03-28 to:2026-04-01");
    world.goesTo("2026-03-28T08:00:00Z");
    ben.runs("home").sees("today: open until").doesNotSee("answer by");
  }

  @Test
  void offTheBoardOnlyOnesOwnRowIsShown() {
    world.goesTo("2026-03-27T08:00:00Z");
    answersToday(amira, true);
    answersToday(ben, false);
    Learners learners = new Learners(world.database().jdbi(), world.clock());
    learners.setOnBoard(learners.known(new UserRef("fake", "w", "ben")).orElseThrow().id(), false);

    ben.runs("home").sees("season 1 · 0 points · off the board, nobody else sees this");
    amira.runs("home").sees("place 1 of 1");
  }

  @Test
  void whoLeftIsToldHowToComeBack() {
    world.goesTo("2026-03-27T08:00:00Z");
    answersToday(ben, true);
    ben.runs("group leave");

    ben.runs("home").sees("you are not in this group; answering a question joins it");
    ben.runsIn(DIRECT, "home").sees("You are in no study group yet.");
  }

  @Test
  void aPauseAndADropLeftOutAreTold() {
    amira.runs("group skip");
    ben.runs("home").sees("the next drop comes Sat 28 Mar 2026, 09:00");
    ben.runs("today").sees("The next drop comes Sat 28 Mar 2026, 09:00");
    amira.runs("group pause");
    ben.runs("home").sees("today: nothing open · the group is paused");
    ben.runs("progress").sees("The group is paused.");
  }

  @Test
  void inADirectMessageItIsAboutTheOnlyGroup() {
    ben.runsIn(DIRECT, "home").sees("You are in no study group yet. Answering a question");
    world.goesTo("2026-03-27T08:00:00Z");
    answersToday(ben, true);

    assertThat(ben.runsIn(DIRECT, "home").last()).isEqualTo(ben.runs("home").last());
  }

  @Test
  void inADirectMessageAllGroupsAreShownShortlyWithButtonsOfTheirOwn() {
    for (int other = 2; other <= 6; other++) {
      amira.runsIn(channel("c" + other), "setup exam:MLS-C01 time:1" + other + ":00 zone:UTC");
    }
    world.goesTo("2026-03-27T20:00:00Z");
    answersToday(ben, true);
    for (int other = 2; other <= 6; other++) {
      answers(ben.runsIn(channel("c" + other), "today"), true);
    }
    world.goesTo("2026-03-28T12:30:00Z");

    ben.runsIn(DIRECT, "home")
        .sees("1 · AWS Certified Machine Learning – Specialty")
        .sees("today: open until Sun 29 Mar 2026, 09:00 CEST")
        .sees("today: open until Sun 29 Mar 2026, 12:00 UTC")
        .sees("today: answered · the next drop comes Sat 28 Mar 2026, 13:00 UTC")
        .sees("And 1 more.")
        .doesNotSee("6 ·")
        .doesNotSee("3 · Today's question");
    ben.presses("2 · Today's question").sees("Open until Sun 29 Mar 2026, 12:00 UTC");
    ben.presses("3 · Progress").sees("Your progress").sees("13:00 UTC");
  }

  @Test
  void aChannelWithoutAGroupShowsOnesOwnOrHowToStartOne() {
    ben.runsIn(channel("empty"), "home").sees("This channel has no study group yet.");
    world.goesTo("2026-03-27T08:00:00Z");
    answersToday(ben, true);

    assertThat(ben.runsIn(channel("empty"), "home").last()).isEqualTo(ben.runs("home").last());
  }
}
