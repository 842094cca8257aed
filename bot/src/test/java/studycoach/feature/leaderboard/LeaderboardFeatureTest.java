package studycoach.feature.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import studycoach.chat.ActionId;
import studycoach.pack.Difficulty;
import studycoach.pack.QuestionType;
import studycoach.study.Learners;
import studycoach.study.board.Seasons;
import studycoach.study.board.Tallies;
import studycoach.testing.FakePlatform;
import studycoach.testing.Person;
import studycoach.testing.TestDatabase;
import studycoach.testing.World;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class LeaderboardFeatureTest {
  private final World world;
  private final FakePlatform chat;
  private final Person amira;
  private final Person ben;

  /** On a Friday; the board comes on Mondays at 12:00, Berlin. */
  LeaderboardFeatureTest(TestDatabase kind) {
    world = new World(kind, "2026-03-27T07:00:00Z");
    chat = world.chat();
    amira = chat.manager("amira");
    ben = chat.person("ben");
    amira.runs("setup exam:MLS-C01 time:09:00 zone:Europe/Berlin");
  }

  @AfterEach
  void close() {
    assertThat(new Tallies(world.database().jdbi()).differences()).isEmpty();
    world.close();
  }

  /** A multiple choice, open now. */
  private String ask() {
    amira.runs("group post");
    while (world.questionIn(chat.lastText()).type() != QuestionType.MULTIPLE_CHOICE) {
      amira.runs("group post");
    }
    return chat.lastText();
  }

  private int worth(String post) {
    Difficulty difficulty = world.questionIn(post).difficulty();
    return difficulty == Difficulty.EASY ? 10 : difficulty == Difficulty.MEDIUM ? 15 : 20;
  }

  private Person right(Person who, String post) {
    return who.presses(world.right(post).get(0));
  }

  private Person wrong(Person who, String post) {
    return who.presses(world.wrong(post).get(0));
  }

  private List<String> boards() {
    return chat.texts().stream().filter(text -> text.startsWith("The week's boards")).toList();
  }

  @Test
  void aRightAnswerGivesPointsByDifficultyAndAWrongOneNone() {
    String post = ask();

    right(amira, post).sees("+" + worth(post) + " points");
    wrong(ben, post).doesNotSee(worth(post) + " points");

    amira
        .runs("leaderboard")
        .sees("1. you · " + worth(post) + " points · 100 % of 1\n2. ben · 0 points · 0 % of 1")
        .sees("You are number 1, " + worth(post) + " points ahead of ben.");
    ben.runs("leaderboard").sees("You are number 2, " + worth(post) + " points behind amira.");
  }

  @Test
  void aQuestionThatComesAgainGivesNoPointsAgain() {
    String first = ask();
    right(ben, first);
    world.passes(Duration.ofDays(60));
    String second = ask();
    while (!world.questionIn(second).id().equals(world.questionIn(first).id())) {
      second = ask();
    }

    right(ben, second).sees("No points this time");

    ben.runs("points").sees("Your points: " + worth(first));
  }

  @Test
  void pointsSayWhereTheyCameFrom() {
    String post = ask();
    right(ben, post);

    ben.runs("points")
        .sees("Your points: " + worth(post))
        .sees("Fri 27 Mar 2026: +" + worth(post))
        .sees(world.questionIn(post).id() + " · rule 1");
    amira.runs("points").sees("Your points: 0");
  }

  @Test
  void thereIsABoardForEachDomainAndPeriod() {
    String post = ask();
    right(ben, post);
    boolean modeling = world.questionIn(post).domain().equals("modeling");

    for (String line : List.of("modeling", "Modeling", "model all", "domain:model period:week")) {
      ben.runs("leaderboard " + line).sees("Modeling").sees(modeling ? "1. you" : "Nobody is on");
    }
    ben.runs("leaderboard week").sees("23 Mar – 29 Mar 2026").sees("1. you");
    ben.runs("leaderboard month").sees("March 2026").sees("1. you");
    ben.runs("leaderboard season").sees("season 1 (since 27 Mar 2026)").sees("1. you");
    ben.runs("leaderboard all").sees("all time").sees("1. you");
    ben.runs("leaderboard cooking").sees("There are Data Engineering, Exploratory Data Analysis");
  }

  @Test
  void anEarlierWeekIsAButtonAway() {
    right(ben, ask());
    world.passes(Duration.ofDays(5));

    ben.runs("leaderboard week")
        .sees("30 Mar – 5 Apr 2026")
        .sees("Nobody is on this board yet")
        .presses("Earlier")
        .sees("23 Mar – 29 Mar 2026")
        .sees("1. you")
        .presses("Later")
        .presses("All time")
        .sees("1. you");
    ben.chooses(List.of("Modeling")).sees("Modeling · all time");
  }

  @Test
  void aDropCountsForItsOwnDayWheneverItIsAnswered() {
    world.goesTo("2026-03-29T07:30:00Z");
    String sunday = chat.lastText();
    world.goesTo("2026-03-30T06:30:00Z"); // Monday, before the next drop

    if (world.questionIn(sunday).type() == QuestionType.MULTIPLE_CHOICE) {
      right(ben, sunday);
    } else {
      ben.chooses(world.right(sunday));
    }

    ben.runs("leaderboard week").sees("Nobody is on this board yet");
    ben.presses("Earlier").sees("23 Mar – 29 Mar 2026").sees("1. you");
  }

  @Test
  void underSealNobodyHasPointsBeforeTheReveal() {
    amira.runs("setup feedback:sealed");
    String post = ask();
    right(ben, post).doesNotSee("points");

    ben.runs("leaderboard").sees("Nobody is on this board yet");
    ben.runs("points").sees("Your points: 0");
    world.passes(Duration.ofDays(1));

    ben.runs("leaderboard").sees("1. you · " + worth(post) + " points");
  }

  @Test
  void whoLeavesIsOnNoBoardAndIsBackWithTheNextAnswer() {
    right(ben, ask());
    right(amira, ask());
    ben.runs("group leave");

    amira.runs("leaderboard").sees("1. you").doesNotSee("ben");
    right(ben, ask());
    amira.runs("leaderboard").sees("1. ben").sees("2. you");
  }

  @Test
  void offTheBoardOneSeesTheOwnPlaceAndIsNamedNowhere() {
    String post = ask();
    right(ben, post);
    offBoard(ben);
    wrong(amira, post);

    ben.runs("leaderboard")
        .sees("1. amira · 0 points · 0 % of 1\n…\n1. you · " + worth(post) + " points")
        .sees("You are number 1")
        .sees("You are off the board");
    amira.runs("leaderboard").sees("1. you").sees("You are number 1.").doesNotSee("ben");
    world.goesTo("2026-03-30T10:00:00Z");

    assertThat(boards()).hasSize(1);
    assertThat(String.join("\n", chat.texts())).doesNotContain("ben");
    ben.presses("My place").sees("1. you · " + worth(post) + " points");
  }

  private void offBoard(Person who) {
    Learners learners = new Learners(world.database().jdbi(), world.clock());
    learners.setOnBoard(learners.of(who.user(), "").id(), false);
  }

  @Test
  void theWeeksBoardsComeOnceAtTheirTimeByTheWallClock() {
    String post = ask();
    right(ben, post);

    world.goesTo("2026-03-30T09:59:59Z");
    assertThat(boards()).isEmpty();
    world.goesTo("2026-03-30T10:00:00Z"); // 12:00, summer time by now
    world.isDownUntil("2026-03-30T10:00:01Z");
    world.passes(Duration.ofHours(8));

    assertThat(boards()).hasSize(1);
    assertThat(boards().get(0))
        .contains("23 Mar – 29 Mar 2026", "All domains\n1. ben · " + worth(post) + " points")
        .contains("[My place]");
    amira.presses("My place").sees("23 Mar – 29 Mar 2026").sees("You have no answer here yet");
  }

  @Test
  void aWeekWithoutAnswersHasNoPost() {
    world.passes(Duration.ofDays(30));

    assertThat(boards()).isEmpty();
  }

  @Test
  void boardsMissedWhileDownAreNotAllPostedLater() {
    right(ben, ask());
    world.isDownUntil("2026-04-15T08:00:00Z");
    world.passes(Duration.ofDays(1));

    assertThat(boards()).isEmpty(); // the week before had no answers

    right(ben, ask());
    world.isDownUntil("2026-04-22T08:00:00Z");

    assertThat(boards()).hasSize(1);
    assertThat(boards().get(0)).contains("13 Apr – 19 Apr 2026");
  }

  @Test
  void answersUnderSealCountOnTheBoardThatComesWhenTheirWindowEnds() {
    amira.runs("setup feedback:sealed time:12:00");
    world.goesTo("2026-03-29T10:00:00Z");
    String sunday = chat.lastText();
    ben.runs("today");
    if (world.questionIn(sunday).type() == QuestionType.MULTIPLE_CHOICE) {
      ben.presses(world.right(ben.last()).get(0));
    } else {
      ben.chooses(world.right(ben.last()));
    }

    world.passes(Duration.ofDays(1).plusSeconds(10));

    assertThat(boards()).hasSize(1);
    assertThat(boards().get(0)).contains("1. ben · " + worth(sunday) + " points");
  }

  @Test
  void aRefusedBoardWaitsUntilTheChannelIsOpenAgain() {
    right(ben, ask());
    world.goesTo("2026-03-30T09:00:00Z");
    chat.locks("no permission");
    world.goesTo("2026-03-30T11:00:00Z");
    assertThat(boards()).isEmpty();

    chat.opens();
    amira.runs("group resume");

    assertThat(boards()).hasSize(1);
  }

  @Test
  void aBoardWhoseSendingWasLostStandsOnce() {
    right(ben, ask());
    world.goesTo("2026-03-30T09:00:00Z");
    chat.failNextAfterPosting();
    world.goesTo("2026-03-30T11:00:00Z");

    assertThat(boards()).hasSize(1);
  }

  @Test
  void anOldSeasonStaysReadable() {
    String post = ask();
    right(ben, post);
    world.passes(Duration.ofHours(1));
    Tallies tallies = new Tallies(world.database().jdbi());
    new Seasons(world.database().jdbi(), tallies, world.clock()).reset(1);
    world.passes(Duration.ofDays(1));

    ben.runs("leaderboard").sees("season 2").sees("Nobody is on this board yet");
    ben.presses("Earlier").sees("season 1 (27 Mar 2026 – 27 Mar 2026)").sees("1. you");
  }

  @Test
  void fortyPeopleWithLongNamesAreReadPageByPage() {
    String post = ask();
    for (int i = 10; i < 50; i++) {
      wrong(chat.person("李小龍 ".repeat(20) + i), post);
    }
    right(ben, post);
    Person last = chat.person("李小龍 ".repeat(20) + "49");

    ben.runs("leaderboard").sees("1. you").sees("[Lower ranks ▶]").doesNotSee("Higher");
    last.runs("leaderboard").sees("2. you").sees("level with 39");
    ben.presses("Lower ranks ▶").sees("2. 李小龍").sees("[◀ Higher ranks]");
    world.goesTo("2026-03-30T10:00:00Z");
    assertThat(boards().get(0)).contains("and 31 more").hasSizeLessThan(3_000);
    assertThat(ben.last()).hasSizeLessThan(3_000);
  }

  @Test
  void pointsAreReadPageByPageWithTheNamesOfTheirDomains() {
    String first = ask();
    right(ben, first);
    for (int i = 0; i < 15; i++) {
      right(ben, ask());
    }
    String newest = world.questionIn(chat.lastText()).id();

    ben.runs("points").sees(newest).sees("[Earlier ▶]").doesNotSee("[◀ Later]");
    assertThat(ben.last().lines().filter(line -> line.contains(" · mls-"))).hasSize(15);
    assertThat(ben.last()).containsPattern("(Data Engineering|Modeling|Analysis) · mls-");
    ben.presses("Earlier ▶").sees(world.questionIn(first).id()).doesNotSee("[Earlier ▶]");
    assertThat(ben.last().lines().filter(line -> line.contains(" · mls-"))).hasSize(1);
    ben.presses("◀ Later").sees(newest).doesNotSee(world.questionIn(first).id() + " ");
  }

  /** Twenty-four people, of whom everyone has more right answers than the next. */
  private void ladder() {
    for (int round = 1; round <= 24; round++) {
      String post = ask();
      for (int i = 1; i <= round; i++) {
        right(chat.person(rung(i)), post);
      }
    }
  }

  private static String rung(int number) {
    return "rung" + (100 + number);
  }

  @Test
  void whoIsNotOnThePageSeesTheirNeighboursAndTheGaps() {
    ladder();
    Person low = chat.person(rung(20));

    List<String> lines = low.runs("leaderboard").last().lines().toList();

    int dots = lines.indexOf("…");
    assertThat(lines.subList(1, dots)).hasSize(10);
    assertThat(lines.get(1)).startsWith("1. rung101 ");
    assertThat(lines.get(dots + 1)).startsWith("19. rung119 ");
    assertThat(lines.get(dots + 2)).startsWith("20. you ");
    assertThat(lines.get(dots + 3)).startsWith("21. rung121 ");
    long own = points(lines.get(dots + 2));
    low.sees(
        "You are number 20, "
            + (points(lines.get(dots + 1)) - own)
            + " points behind rung119, "
            + (own - points(lines.get(dots + 3)))
            + " points ahead of rung121.");
    low.doesNotSee("[This season]").sees("[This week]");
    assertThat(lines).doesNotHaveDuplicates();
  }

  private static long points(String line) {
    return Long.parseLong(line.replaceAll(".* · (\\d+) points? · .*", "$1"));
  }

  @Test
  void pagesFollowEachOtherAndTheOwnLineStandsOnItsOwn() {
    ladder();
    Person low = chat.person(rung(20));

    low.runs("leaderboard").doesNotSee("Higher").presses("Lower ranks ▶").sees("11. rung111 ");
    low.sees("20. you").doesNotSee("…").presses("Lower ranks ▶").sees("21. rung121 ");
    low.sees("24. rung124").doesNotSee("[Lower").sees("…\n19. rung119 ");
    low.presses("◀ Higher ranks").sees("11. rung111 ").presses("◀ Higher ranks").sees("1. rung101");
  }

  @Test
  void homeLeadsToTheBoardOfTheSeason() {
    right(ben, ask());

    ben.runs("home").presses("Leaderboard").sees("season 1").sees("1. you");
    ben.choosesIn("Domain", "Modeling").sees("Modeling · season 1");
    ben.choosesIn("Domain", "All domains").sees("all domains · season 1").sees("1. you");
  }

  @Test
  void aMistypedDomainIsGuessed() {
    ben.runs("leaderboard Modelling").sees("Did you mean Modeling?");
  }

  @Test
  void aRestartBeforeItsTimeLeavesTheBoardToCome() {
    right(ben, ask());
    world.isDownUntil("2026-03-29T10:00:00Z");
    assertThat(boards()).isEmpty();

    world.goesTo("2026-03-30T10:00:00Z");

    assertThat(boards()).hasSize(1);
  }

  @Test
  void controlsOfABoardThatIsNoMoreAnswerPolitely() {
    right(ben, ask());
    ben.runs("leaderboard");
    amira.runs("group leave");

    ben.uses(ActionId.decode("board:turn:1:nonsense:0:%")).sees("I no longer know that period");
    ben.uses(ActionId.decode("board:turn:1:all:999999999999:%")).sees("Leaderboard");
    ben.uses(ActionId.decode("board:turn:77:all:0:%")).sees("no longer");
    ben.uses(ActionId.decode("board:points:1:-5")).sees("Your points");
  }
}
