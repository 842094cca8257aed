package studycoach.feature.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import studycoach.chat.ActionId;
import studycoach.chat.Block;
import studycoach.chat.Control;
import studycoach.chat.Message;
import studycoach.study.board.Tallies;
import studycoach.testing.Person;
import studycoach.testing.TestDatabase;
import studycoach.testing.World;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class PanelTest {
  private static final int MOST_ROWS = 5;

  private final World world;
  private final Person amira;
  private final Person ben;

  PanelTest(TestDatabase kind) {
    world = new World(kind, "2026-03-27T07:00:00Z");
    amira = world.chat().manager("amira");
    ben = world.chat().person("ben");
  }

  @AfterEach
  void close() {
    world.close();
  }

  private void open() {
    amira.runs("setup exam:mls-c01 time:09:00 zone:europe/berlin");
    amira.runs("setup");
  }

  /** Ben may organise for now, and has the panel before him. */
  private void benOpens() {
    open();
    amira.runs("setup organisers:@ben");
    ben.runs("setup").sees("[Questions: 1]");
  }

  @Test
  void withoutAGroupItOffersTheExamsAndStartsOne() {
    amira.runs("settings zone:America/New_York");
    amira.runs("setup").sees("every day").sees("[Start with …]").sees("MLS-C01: AWS");
    amira
        .choosesIn("Start with", "MLS-C01")
        .sees("The group has started.")
        .sees("2026-03-31")
        .sees("time: 09:00")
        .sees("zone: America/New_York")
        .sees("board: mon 12:00")
        .sees("organisers: amira")
        .sees("[Questions: 1]");
    world.goesTo("2026-03-27T13:00:00Z");
    assertThat(world.chat().lastText()).startsWith("Question");
  }

  @Test
  void theSecondToStartFindsTheGroupOfTheFirst() {
    Person cem = world.chat().manager("cem");
    amira.runs("setup");
    cem.runs("setup");
    amira.choosesIn("Start with", "MLS-C01");
    cem.choosesIn("Start with", "MLS-C01").sees("meanwhile").sees("organisers: amira");
    ben.pressesThatOf(amira, "New season").sees("Only organisers");
  }

  @Test
  void startingIsForOrganisersOnly() {
    ben.runs("setup").sees("Only organisers");
    amira.runs("setup");
    ben.choosesThatOf(amira, "Start with", "MLS-C01").sees("Only organisers");
    ben.runs("group show").sees("no study group yet");
  }

  @Test
  void eachChoiceChangesOneThingInPlaceAndSaysSo() {
    open();
    int posts = world.chat().seenBy("amira").split("Choose to change", -1).length;
    amira.choosesIn("Questions", "3").sees("Changed: questions 1 → 3.").sees("[Questions: 3]");
    amira
        .choosesIn("Days", "mon", "sun", "tue")
        .sees("days: mon-tue,sun")
        .sees("[Days: mon-tue,sun]");
    amira.choosesIn("Days", "mon", "tue", "wed", "thu", "fri", "sat", "sun").sees("days: daily");
    amira.choosesIn("Reveal", "4h").sees("Changed: reveal next → 4h.").sees("[Reveal: 4h]");
    amira.choosesIn("Reveal", "next").sees("reveal: next");
    amira.presses("Make feedback sealed").sees("Changed: feedback instant → sealed.");
    amira.presses("Open threads").sees("Changed: thread off → on.").sees("[No threads]");
    amira.presses("No threads").sees("thread: off").sees("[Open threads]");
    amira.presses("Make feedback instant").sees("feedback: instant").sees("questions: 3");
    assertThat(world.chat().seenBy("amira").split("Choose to change", -1)).hasSize(posts);
    assertThat(world.chat().posts()).isEmpty();
  }

  @Test
  void anUnusualRevealCanBeChosenToo() {
    open();
    amira.runs("setup reveal:90m");
    amira.runs("setup").choosesIn("Reveal", "8h").sees("Changed: reveal 90m → 8h.");
    assertThat(choices("Reveal")).doesNotContain("90m").startsWith("next", "30m", "1h");
    amira.runs("setup reveal:90m");
    amira.runs("setup");
    assertThat(choices("Reveal")).endsWith("90m");
  }

  private List<String> choices(String prompt) {
    return controls(amira.seen()).stream()
        .filter(c -> c instanceof Control.Select s && s.prompt().startsWith(prompt))
        .flatMap(c -> ((Control.Select) c).choices().stream())
        .map(Control.SelectOption::label)
        .toList();
  }

  private static List<Control> controls(Message message) {
    return message.controls().toList();
  }

  @Test
  void everyPlatformTakesThePanel() {
    open();
    long rows = amira.seen().blocks().stream().filter(Block.Controls.class::isInstance).count();
    assertThat(rows).isLessThanOrEqualTo(MOST_ROWS);
    assertThat(controls(amira.seen()).stream().map(Control::action).map(Optional::orElseThrow))
        .doesNotHaveDuplicates();
    assertThat(ZoneId.getAvailableZoneIds())
        .allSatisfy(zone -> ActionId.of("setup", "form", Long.MAX_VALUE, "time", "09:00", zone));
  }

  @Test
  void timeAndZoneAreWrittenIntoAForm() {
    open();
    amira.presses("Time and zone");
    assertThat(amira.form().fields())
        .extracting(field -> field.initial())
        .containsExactly("09:00", "Europe/Berlin");
    amira
        .fills(Map.of("time", "7pm", "zone", "asia/kolkata"))
        .sees("Changed: time 09:00 → 19:00, zone Europe/Berlin → Asia/Kolkata.")
        .sees("next drop: Fri 27 Mar 2026, 19:00");
    amira.presses("Time and zone").fills(Map.of("time", "noon")).sees("00:00 to 23:59");
    amira.presses("Time and zone").fills(Map.of("zone", "Berlin/Europa", "time", "8:00"));
    amira.sees("I don't know that time zone");
    amira.runs("group show").sees("time: 19:00").sees("zone: Asia/Kolkata");
  }

  @Test
  void boardAndWeekAreWrittenIntoAForm() {
    open();
    amira
        .presses("Board and week")
        .fills(Map.of("board", "friday 17:30", "week", "sun"))
        .sees("Changed: board mon 12:00 → fri 17:30, week mon → sun.");
    amira.presses("Board and week").fills(Map.of("board", "off")).sees("board: off");
    amira.presses("Board and week").fills(Map.of("week", "x")).sees("Nothing was changed.");
    amira.fills(Map.of("board", "monday")).sees("Nothing was changed.");
    amira.runs("group show").sees("board: off").sees("week: sun");
  }

  @Test
  void aStalePanelChangesNothingElse() {
    benOpens();
    amira.runs("setup time:18:00 questions:4 feedback:sealed week:sun");

    ben.choosesIn("Days", "mon").sees("questions: 4").sees("time: 18:00").sees("days: mon");
    amira.runs("setup");
    amira.runs("setup time:19:00 feedback:instant");
    ben.runs("setup").presses("Make feedback sealed");
    amira.presses("Make feedback instant");
    amira.presses("Make feedback sealed").presses("Time and zone");
    ben.runs("setup time:20:00");
    amira.fills(Map.of("zone", "UTC")).sees("time: 20:00").sees("zone: UTC");
  }

  @Test
  void pressingTwiceIsPressingOnce() {
    open();
    amira.runs("setup");
    ActionId seal = amira.idOf("Make feedback sealed");
    amira.uses(seal).sees("feedback: sealed");
    amira.uses(seal).sees("Nothing changed: it was so already.").sees("feedback: sealed");

    world.goesTo("2026-03-27T08:00:00Z");
    amira.runs("setup").presses("New season").sees("Season 1 ends now");
    ActionId start = amira.idOf("Start a new season");
    amira.uses(start).sees("Changed: season 1, since 27 Mar 2026 → 2, since 27 Mar 2026.");
    amira.uses(start).sees("A new season has begun already.").sees("season: 2, since");
    assertThat(new Tallies(world.database().jdbi()).differences()).isEmpty();
  }

  @Test
  void aNewSeasonIsAskedAbout() {
    open();
    world.goesTo("2026-03-27T08:00:00Z");
    amira.runs("setup").presses("New season").doesNotSee("given up");
    amira.presses("Leave it").sees("Nothing was changed.").sees("season: 1, since");
    amira.runs("setup season:2026-04-01..2026-04-30");
    amira.runs("setup").presses("New season").sees("What is planned for later is given up.");
    amira.presses("Start a new season").sees("season: 2, since 27 Mar 2026\n");
  }

  @Test
  void whoeverIsNoOrganiserAnyMoreChangesNothing() {
    benOpens();
    ActionId sealed = ben.idOf("Make feedback sealed");
    ben.presses("Board and week");
    amira.runs("setup organisers:@ben").doesNotSee("organisers: amira, ben");
    String before = amira.runs("group show").last();

    ben.fills(Map.of("board", "off")).sees("Only organisers");
    ben.choosesIn("Questions", "5").sees("Only organisers");
    ben.choosesIn("Days", "mon").sees("Only organisers");
    ben.presses("New season").sees("Only organisers");
    ben.uses(sealed).sees("Only organisers");
    ben.presses("Time and zone").fills(Map.of("time", "10:00")).sees("Only organisers");
    ben.runs("setup").sees("Only organisers");
    assertThat(amira.runs("group show").last()).isEqualTo(before);
  }

  @Test
  void aStrangerWhoGetsHoldOfAControlChangesNothing() {
    open();
    world.goesTo("2026-03-27T08:00:00Z");
    Person stranger = world.chat().person("stranger");
    for (String button : List.of("Make feedback sealed", "New season")) {
      stranger.pressesThatOf(amira, button).sees("Only organisers");
    }
    stranger.choosesThatOf(amira, "Questions", "5").sees("Only organisers");
    amira.presses("New season");
    stranger.pressesThatOf(amira, "Start a new season").sees("Only organisers");
    stranger.pressesThatOf(amira, "Leave it").sees("Only organisers");
    amira.runs("group show").sees("questions: 1").sees("feedback: instant").sees("season: 1,");
  }

  @Test
  void aManagerElsewhereMayNotChangeThisGroup() {
    open();
    Person other = world.chat().manager("other");
    other.usesAlone(amira.idOf("Make feedback sealed")).sees("Only organisers");
    amira.runs("group show").sees("feedback: instant");
  }

  @Test
  void aControlThatIsNoneOfOursChangesNothing() {
    open();
    amira.uses(ActionId.of("setup", "set")).sees("older version");
    amira.uses(ActionId.of("setup", "set", 1)).sees("older version");
    amira.uses(ActionId.of("setup", "set", 1, "feedback")).sees("older version");
    amira.uses(ActionId.of("setup", "set", "x", "feedback", "sealed")).sees("older version");
    amira.uses(ActionId.of("setup", "set", 1, "questions", "77")).doesNotSee("Changed");
    amira.uses(ActionId.of("setup", "start")).doesNotSee("has started");
    amira.runs("group show").sees("feedback: instant").sees("questions: 1");
  }
}
