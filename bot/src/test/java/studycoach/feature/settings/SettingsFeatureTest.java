package studycoach.feature.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import studycoach.testing.Person;
import studycoach.testing.TestDatabase;
import studycoach.testing.World;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class SettingsFeatureTest {
  private final World world;
  private final Person amira;
  private final Person ben;

  SettingsFeatureTest(TestDatabase kind) {
    world = new World(kind, "2026-03-27T07:00:00Z");
    amira = world.chat().manager("amira");
    ben = world.chat().person("ben");
  }

  @AfterEach
  void close() {
    world.close();
  }

  private void setUp() {
    amira.runs("setup exam:MLS-C01 time:09:00 zone:Europe/Berlin");
  }

  @Test
  void showsWhatIsSetAndWhatItMeans() {
    setUp();
    ben.runs("settings")
        .sees("zone: Europe/Berlin (the group's)")
        .sees("vacation: none planned")
        .sees("board: on: your name may stand on boards")
        .sees("show: nothing: others who ask for your progress see nothing")
        .sees("confidence: off: quiz and review do not ask how sure you are")
        .sees("reminders: off: no direct message reminds you")
        .sees("quiet: 22-8: no reminder comes then")
        .sees("[Board: on]")
        .sees("[Show: nothing]")
        .sees("[Confidence: off]")
        .sees("[Reminders: off]")
        .sees("[Time zone] [Quiet hours]")
        .doesNotSee("Changed.");
  }

  @Test
  void eachOptionChangesOneThing() {
    setUp();
    ben.runs("settings board:OFF").sees("Changed.").sees("others never see your name");
    ben.runs("settings show:streak").sees("see your streak").sees("[Board: off]");
    ben.runs("settings show:progress").sees("how you do in each domain");
    ben.runs("settings confidence:on").sees("Changed.").sees("[Confidence: on]");
    ben.sees("ask how sure you are before you answer").sees("[Show: progress]");
    ben.runs("settings zone:america/new york").sees("Usage");
    ben.runs("settings zone:\"america/new york\"").sees("zone: America/New_York");
    ben.runs("settings reminders:Weekly").sees("Changed.").sees("[Reminders: weekly]");
    ben.sees("on Sunday, how your week went").sees("quiet: 22-8");
    ben.runs("settings quiet:23:15-6").sees("quiet: 23:15-6: no").sees("[Reminders: weekly]");
    ben.runs("settings quiet:off").sees("quiet: off: reminders may come at any hour");
    ben.runs("settings board:on show:nothing").sees("[Board: on]").sees("[Show: nothing]");
    ben.sees("[Reminders: weekly]").sees("quiet: off");
    ben.sees("zone: America/New_York");
  }

  private void refuses(String wish, String... words) {
    String before = ben.runs("settings").last();
    ben.runs("settings board:off show:progress " + wish);
    assertThat(ben.last()).contains(words);
    assertThat(ben.runs("settings").last()).isEqualTo(before);
  }

  @Test
  void whatCannotBeReadChangesNothing() {
    setUp();
    refuses("zone:Mars/Base", "I don't know that time zone", "Europe/Berlin");
    refuses("to:2026-03-26", "would end before it begins");
    refuses("from:2026-03-26 to:2026-03-28", "can't begin in the past; today is 2026-03-27");
    refuses("from:2026-04-01", "Until when?");
    refuses("from:2026-04-01 to:2030-04-01", "a year at most");
    refuses("from:soon to:later", "year-month-day");
    refuses("vacation:on", "one of off");
    refuses("zone:UTC from:2026-04-05 to:2026-04-01", "would end before it begins");
    refuses("quiet:10pm", "like 22-7 or 22:30-6:15");
    refuses("quiet:22-22", "like 22-7 or 22:30-6:15");
    refuses("reminders:daily", "one of off, streak, review, weekly, all");
    ben.runs("settings board:maybe").sees("one of on, off");
    ben.runs("settings show:all").sees("one of nothing, streak, progress");
  }

  @Test
  void aVacationIsInOnesOwnZone() {
    setUp();
    ben.runs("settings zone:Asia/Tokyo from:2026-03-30 to:2026-03-31")
        .sees("vacation: Mon 30 Mar 2026, 00:00 JST to Wed 1 Apr 2026, 00:00 JST");
    ben.runs("settings vacation:off").sees("vacation: none planned");
  }

  @Test
  void eachChoiceChangesTheMessageInPlace() {
    setUp();
    ben.runs("settings").choosesIn("Board", "off").sees("Changed.").sees("[Board: off]");
    ben.choosesIn("Show", "progress").sees("[Show: progress]").sees("[Board: off]");
    ben.choosesIn("Board", "on").sees("[Board: on]");
    ben.choosesIn("Confidence", "on").sees("[Confidence: on]");
    ben.presses("Time zone");
    assertThat(ben.form().fields().get(0).initial()).isEmpty();
    ben.fills(Map.of("zone", "asia/kolkata")).sees("zone: Asia/Kolkata");
    ben.presses("Time zone");
    assertThat(ben.form().fields().get(0).initial()).isEqualTo("Asia/Kolkata");
    ben.fills(Map.of("zone", "Kolkata")).sees("I don't know that time zone");
    ben.runs("settings").sees("zone: Asia/Kolkata");
    ben.choosesIn("Reminders", "all").sees("Changed.").sees("[Reminders: all]");
    ben.presses("Quiet hours");
    assertThat(ben.form().fields().get(0).initial()).isEqualTo("22-8");
    ben.fills(Map.of("quiet", "21:30-7")).sees("quiet: 21:30-7").sees("[Reminders: all]");
    ben.presses("Quiet hours");
    ben.fills(Map.of("quiet", "at night")).sees("like 22-7 or 22:30-6:15");
    ben.runs("settings quiet:off").presses("Quiet hours");
    assertThat(ben.form().fields().get(0).initial()).isEqualTo("off");
    assertThat(world.chat().seenBy("ben").split("Your settings", -1)).hasSize(4);
  }

  @Test
  void aChoiceIsThatOfWhoeverMakesIt() {
    setUp();
    amira.runs("settings");
    ben.choosesThatOf(amira, "Board", "off").sees("[Board: off]");

    amira.runs("settings").sees("[Board: on]");
    ben.runs("settings").sees("[Board: off]");
  }

  @Test
  void worksInADirectMessageWithoutAGroup() {
    ben.runsAlone("settings").sees("zone: not set, so UTC").sees("[Board: on]");
    ben.runsAlone("settings from:2026-03-27 to:2026-03-27").sees("00:00 UTC");
    ben.runsAlone("settings zone:Asia/Tokyo board:off").sees("zone: Asia/Tokyo");
    ben.runs("settings").sees("zone: Asia/Tokyo").sees("[Board: off]");
  }
}
