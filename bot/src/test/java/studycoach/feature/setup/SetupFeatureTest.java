package studycoach.feature.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static studycoach.testing.AtOnce.atOnce;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import studycoach.chat.Incoming;
import studycoach.chat.Origin;
import studycoach.chat.Reply;
import studycoach.chat.UserRef;
import studycoach.study.board.Tallies;
import studycoach.testing.Person;
import studycoach.testing.TestDatabase;
import studycoach.testing.World;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class SetupFeatureTest {
  private final World world;
  private final Person amira;
  private final Person ben;

  SetupFeatureTest(TestDatabase kind) {
    world = new World(kind, "2026-03-27T07:00:00Z");
    amira = world.chat().manager("amira");
    ben = world.chat().person("ben");
  }

  @AfterEach
  void close() {
    world.close();
  }

  private void setUp() {
    amira.runs("setup exam:mls-c01 time:09:00 zone:europe/berlin days:mon-fri");
  }

  @Test
  void startsAGroupWithWhatIsGivenAndTheUsualRest() {
    setUp();

    amira
        .sees("exam: MLS-C01")
        .sees("time: 09:00")
        .sees("zone: Europe/Berlin")
        .sees("days: mon-fri")
        .sees("questions: 1")
        .sees("feedback: instant")
        .sees("reveal: next")
        .sees("organisers: amira")
        .sees("next drop: Fri 27 Mar 2026, 09:00");
  }

  @Test
  void changesOnlyWhatIsGiven() {
    setUp();

    amira
        .runs("setup time:7pm reveal:4h questions:2")
        .sees("time: 19:00")
        .sees("reveal: 4h")
        .sees("questions: 2")
        .sees("days: mon-fri")
        .sees("zone: Europe/Berlin");
  }

  private void refuses(String wish, String... words) {
    String before = amira.runs("group show").last();
    amira.runs("setup questions:4 feedback:sealed " + wish);
    assertThat(amira.last()).contains(words);
    assertThat(amira.runs("group show").last()).isEqualTo(before);
  }

  @Test
  void whatItCannotReadChangesNothingAndIsToldWithAnExample() {
    setUp();

    refuses("time:25:00", "00:00 to 23:59", "time:09:00");
    refuses("time:nine", "00:00 to 23:59", "time:09:00");
    refuses("zone:Europe/Berln", "Europe/Berlin", "America/New_York");
    refuses("days:funday", "days:mon-fri");
    refuses("reveal:1m", "5 minutes to 7 days", "reveal:4h");
    refuses("exam:MLS-C02", "Did you mean MLS-C01?");
  }

  @Test
  void theBoardAndItsWeekAreReadAsPeopleWriteThem() {
    setUp();

    amira.sees("board: mon 12:00").sees("week: mon").sees("season: 1, since 27 Mar 2026");
    amira.runs("setup board:\"fri 17:30\"").sees("Changed: board mon 12:00 → fri 17:30.");
    amira.runs("setup board:Sunday-7pm").sees("board: sun 19:00");
    amira.runs("setup board:\"tue at 08.15\"").sees("board: tue 08:15");
    amira.runs("setup board:OFF").sees("board: off");
    amira.runs("setup board:wed,9:00 week:Sunday").sees("board: wed 09:00").sees("week: sun");
    amira.runs("setup week:sun").sees("Nothing changed: it was so already.");
  }

  @Test
  void aBoardWeekOrSeasonThatCannotBeReadChangesNothing() {
    setUp();

    refuses("board:fri", "board:\"fri 17:30\" or board:fri-17:30", "Nothing was changed.");
    refuses("board:fri 17:30", "board:\"fri 17:30\"", "Nothing was changed.");
    refuses("exam:MLS-C01 board:fri 17:30", "board:\"fri 17:30\"", "Nothing was changed.");
    refuses("board:17:30", "board:\"fri 17:30\"", "Nothing was changed.");
    refuses("board:\"fri 25:00\"", "board:off");
    refuses("board:never", "board:off");
    refuses("week:monday-friday", "week:sun");
    refuses("season:spring", "season:2026-09-01..2026-12-31", "Nothing was changed.");
    refuses("season:2026-02-01..2026-02-30", "season:reset");
    refuses("season:2026-05-31..2026-05-01", "over before it begins. Nothing was changed.");
    refuses("season:2026-01-01..2026-03-26", "over before it begins. Nothing was changed.");
    refuses("season:reset week:xyz organisers:@ben", "week:sun");
  }

  @Test
  void aNewGroupTakesTheseFromTheStart() {
    amira
        .runs(
            "setup exam:MLS-C01 zone:Europe/Berlin board:off week:sat season:2026-04-01..2026-04-30")
        .sees("board: off")
        .sees("week: sat")
        .sees("season: 1: 27 Mar 2026 to 31 Mar 2026; 2: 1 Apr 2026 to 30 Apr 2026");
  }

  @Test
  void aNewGroupWithABadSeasonIsNoGroup() {
    amira.runs("setup exam:MLS-C01 season:2026-01-01..2026-01-31").sees("over before it begins");
    amira.runs("group show").sees("This channel has no study group yet");
  }

  @Test
  void theZoneOfANewGroupIsItsOrganisersUnlessItIsGiven() {
    amira.runs("settings zone:Asia/Tokyo");
    amira.runs("setup exam:MLS-C01").sees("zone: Asia/Tokyo");
  }

  private void answer(Person person) {
    person.answers(world.right(world.chat().lastText()));
  }

  private List<String> differences() {
    return new Tallies(world.database().jdbi()).differences();
  }

  private List<String> periodsOf(String moment) {
    return world
        .database()
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "SELECT p.period FROM drop_period p JOIN group_drop d ON d.id = p.drop_id"
                            + " WHERE d.opened_at = :moment")
                    .bind("moment", Instant.parse(moment))
                    .mapTo(String.class)
                    .list());
  }

  @Test
  void anotherWeekAddsUpTheLogAgain() {
    amira.runs("setup exam:MLS-C01 time:09:00 zone:Europe/Berlin reveal:4h");
    for (int day = 27; day <= 31; day++) {
      world.goesTo("2026-03-" + day + "T08:30:00Z");
      answer(amira);
      answer(ben);
    }
    amira.runs("setup week:sun").sees("Changed: week mon → sun.");

    assertThat(differences()).isEmpty();
    assertThat(weeks()).containsExactly("week 2026-03-22", "week 2026-03-29");
    amira.runs("setup week:tue season:reset");
    answer(amira);
    assertThat(differences()).isEmpty();
    assertThat(weeks()).containsExactly("week 2026-03-24", "week 2026-03-31");
  }

  private List<String> weeks() {
    return world
        .database()
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "SELECT DISTINCT period FROM board_tally WHERE period LIKE 'week %'"
                            + " ORDER BY period")
                    .mapTo(String.class)
                    .list());
  }

  @Test
  void aResetStartsANewSeasonForDropsFromNowOnAndOnceOnly() {
    setUp();
    amira.runs("setup season:reset").sees("The season has had no drop yet, so it goes on.");
    world.goesTo("2026-03-27T08:00:00Z");
    answer(amira);
    world.passes(Duration.ofMinutes(1));

    amira
        .runs("setup season:RESET")
        .sees("Changed: season 1, since 27 Mar 2026 → 2, since 27 Mar 2026.");
    amira.runs("setup season:reset").sees("The season has had no drop yet, so it goes on.");
    amira.sees("season: 2, since 27 Mar 2026");
    answer(ben);
    world.goesTo("2026-03-30T07:00:00Z");
    answer(ben);

    assertThat(periodsOf("2026-03-27T08:00:00Z")).contains("season 1");
    assertThat(periodsOf("2026-03-30T07:00:00Z")).contains("season 2");
    assertThat(differences()).isEmpty();
  }

  @Test
  void theDaysOfASeasonAreThoseOfTheGroupsZoneAcrossClockChanges() {
    amira.runs("setup exam:MLS-C01 time:00:00 zone:Europe/Berlin");
    amira
        .runs("setup season:\"2026-03-29 to 2026-03-30\"")
        .sees("season: 1: 27 Mar 2026 to 28 Mar 2026; 2: 29 Mar 2026 to 30 Mar 2026");
    world.goesTo("2026-03-30T21:59:59Z");
    amira.runs("group show").sees("season: 2: 29 Mar 2026 to 30 Mar 2026");

    // 28 March at midnight is still winter time, 29 March too, 30 March is summer time.
    assertThat(periodsOf("2026-03-27T23:00:00Z")).contains("season 1");
    assertThat(periodsOf("2026-03-28T23:00:00Z")).contains("season 2");
    assertThat(periodsOf("2026-03-29T22:00:00Z")).contains("season 2");
    world.goesTo("2026-03-30T22:00:00Z");
    answer(amira);
    assertThat(periodsOf("2026-03-30T22:00:00Z"))
        .contains("all")
        .noneMatch(period -> period.startsWith("season"));
    assertThat(differences()).isEmpty();
  }

  @Test
  void theZoneThatIsGivenWithASeasonIsTheOneOfItsDays() {
    setUp();
    amira
        .runs("setup season:2026-04-01..2026-04-02 zone:Pacific/Auckland time:00:00 days:daily")
        .sees("2: 1 Apr 2026 to 2 Apr 2026");
    world.goesTo("2026-03-31T11:00:00Z");
    assertThat(periodsOf("2026-03-31T11:00:00Z")).contains("season 2");
  }

  @Test
  void aSeasonMayNotReachIntoOneThatIsOver() {
    setUp();
    amira.runs("setup season:2026-03-28..2026-04-02");
    world.goesTo("2026-04-05T10:00:00Z");

    refuses(
        "season:2026-04-02..2026-05-01", "Season 2 lasted longer than that. Nothing was changed.");
    amira.runs("setup season:2026-04-03..2026-05-01").sees("season: 3: 3 Apr 2026 to 1 May 2026");
    assertThat(differences()).isEmpty();
  }

  @Test
  void anotherBoardTimeMovesTheNextBoard() {
    setUp();
    world.goesTo("2026-03-27T08:30:00Z");
    answer(amira);
    amira.runs("setup board:sat-18:00 reveal:4h");
    world.goesTo("2026-03-28T16:59:00Z");
    assertThat(boards()).isZero();
    amira.runs("setup board:off");
    world.goesTo("2026-03-28T18:00:00Z");
    assertThat(boards()).isZero();
    amira.runs("setup board:sat-20:00");
    world.goesTo("2026-03-28T19:00:00Z");
    assertThat(boards()).isEqualTo(1);
  }

  private long boards() {
    return world.chat().texts().stream()
        .filter(
            text ->
                text.contains("amira")
                    && !text.startsWith("Question")
                    && !text.startsWith("The answer"))
        .count();
  }

  @Test
  void aNumberOutOfItsRangeIsRefused() {
    setUp();

    amira.runs("setup questions:6").sees("from 1 to 5").sees("questions:");
    amira.runs("group show").sees("questions: 1");
  }

  @Test
  void anExamIsNeeded() {
    amira.runs("setup time:09:00").sees("Which exam? E.g. setup exam:AIF-C01");
    amira.runs("group show").sees("This channel has no study group yet");
  }

  @Test
  void onlyOrganisersChangeAGroup() {
    setUp();
    for (String command :
        new String[] {
          "setup time:10:00", "group pause", "group resume", "group skip", "group post"
        }) {
      ben.runs(command).sees("Only organisers");
    }
    assertThat(world.chat().posts()).isEmpty();

    amira.runs("setup organisers:@ben").sees("ben");
    ben.runs("setup time:10:00").sees("time: 10:00");
    amira.runs("setup organisers:@ben");
    ben.runs("setup time:11:00").sees("Only organisers");
  }

  @Test
  void whatSeveralChangeAtTheSameMomentIsAllKept() throws Exception {
    setUp();
    Origin origin =
        new Origin(
            new UserRef("fake", "w", "amira"), "amira", Optional.of(world.chat().channel()), true);
    List<String> wishes =
        List.of(
            "time:20:00", "questions:5", "feedback:sealed", "reveal:4h", "week:sun", "days:mon");
    atOnce(
        wishes.stream()
            .<Callable<Reply>>map(
                wish ->
                    () ->
                        world.inbox().accept(new Incoming.Typed(origin, "setup " + wish, Map.of())))
            .toList());

    amira.runs("group show").sees("time: 20:00").sees("questions: 5").sees("feedback: sealed");
    amira.sees("reveal: 4h").sees("week: sun").sees("days: mon");
  }

  @Test
  void aPausedGroupSaysSo() {
    setUp();
    amira.runs("group pause").sees("next drop: paused");
    amira.runs("group pause").sees("paused already");
    ben.runs("today").sees("The group is paused.");
    amira.runs("group resume").sees("next drop: Fri 27 Mar 2026, 09:00");
  }
}
