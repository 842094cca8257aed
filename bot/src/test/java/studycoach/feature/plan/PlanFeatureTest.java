package studycoach.feature.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import studycoach.pack.MadeUpPack;
import studycoach.testing.Person;
import studycoach.testing.TestDatabase;
import studycoach.testing.World;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class PlanFeatureTest {
  private static final Pattern CODE = Pattern.compile("[2-9A-Z]{4}-[2-9A-Z]{4}");

  private final World world;
  private final Person ben;

  PlanFeatureTest(TestDatabase kind) {
    world = new World(kind, "2026-03-27T07:00:00Z", MadeUpPack.of(30));
    ben = world.chat().person("ben");
    world.chat().manager("amira").runs("setup exam:X-1 time:09:00 zone:Europe/Berlin");
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void withoutAGoalItSaysHowToTellOne() {
    ben.runs("plan goal").sees("Your goal · X-1").sees("plan goal date:2026-06-27");
    ben.sees("[Set a goal]").doesNotSee("[Remove]");
  }

  @Test
  void aDayIsEnoughAndTheRestIsUsual() {
    ben.runs("plan goal date:2026-05-11").sees("Noted.").sees("2026-05-11, in 45 days");
    ben.sees("5 a week, so 33 days of study left").sees("20 a day, about 13 questions");
    ben.sees("0 of 13 questions answered").sees("[Review] [Change] [Remove]");
  }

  @Test
  void whatIsNotToldStaysAsItIs() {
    ben.runs("plan goal 2026-05-11 7 240").sees("7 a week, so 45 days").sees("160 questions");
    ben.runs("plan goal minutes:5").sees("2026-05-11").sees("7 a week").sees("about 3 questions");
    ben.runs("plan goal days:1").sees("so 7 days of study left").sees("5 a day");
    ben.runs("plan goal date:2026-03-28").sees("tomorrow").sees("1 day of study left");
    ben.runs("plan goal date:2026-03-27").sees("today: good luck").doesNotSee("left");
    world.goesTo("2026-03-29T07:00:00Z");
    ben.runs("plan goal").sees("2026-03-27, which is past");
  }

  @Test
  void whatCannotBeIsRefused() {
    ben.runs("plan goal days:3").sees("When is your exam?").sees("plan goal date:2026-06-27");
    ben.runs("plan goal date:2026-03-26").sees("That day is past; today is 2026-03-27.");
    ben.runs("plan goal date:2028-03-28").sees("two years ahead at most, till 2028-03-27.");
    ben.runs("plan goal date:soon").sees("I can't read that day.");
    ben.runs("plan goal date:2026-02-30").sees("I can't read that day.");
    ben.runs("plan goal date:2026-05-11 days:8").sees("from 1 to 7");
    ben.runs("plan goal date:2026-05-11 minutes:4").sees("from 5 to 240");
    ben.runs("plan goal").sees("[Set a goal]");
    ben.runs("plan goal date:2028-03-27").sees("Noted.");
  }

  @Test
  void theDayIsThatOfTheMembersZone() {
    world.goesTo("2026-03-27T12:00:00Z");
    ben.runs("settings zone:Pacific/Auckland");

    ben.runs("plan goal date:2026-03-27").sees("today is 2026-03-28.");
  }

  @Test
  void itIsRemovedByAWordOrAButton() {
    ben.runs("plan goal date:2026-05-11").presses("Remove").sees("Removed.").sees("[Set a goal]");
    ben.runs("plan goal date:2026-05-11").runs("plan goal date:OFF").sees("Removed.");
    ben.runs("plan goal").sees("[Set a goal]");
  }

  @Test
  void aFormTellsItToo() {
    ben.runs("plan goal").presses("Set a goal");
    assertThat(ben.form().fields()).extracting("initial").containsExactly("2026-06-27", "", "");
    ben.fills(Map.of("date", " 2026-05-11 ", "minutes", "30")).sees("Noted.").sees("in 45 days");
    ben.sees("5 a week").sees("about 20 questions").presses("Change");
    assertThat(ben.form().fields()).extracting("initial").containsExactly("2026-05-11", "5", "30");
    ben.fills(Map.of("days", "9")).sees("Please give days as a number from 1 to 7.");
    ben.fills(Map.of("minutes", "many")).sees("minutes as a number from 5 to 240.");
    ben.runs("plan goal").sees("5 a week").sees("30 a day");
  }

  @Test
  void whatIsAnsweredTodayIsCounted() {
    ben.runs("plan goal date:2026-05-11").runs("quiz count:2");
    String text = ben.last();
    ben.answers(world.right(text));

    ben.runs("plan goal").sees("1 of 13 questions answered");
    world.goesTo("2026-03-27T23:00:00Z");
    ben.runs("plan goal").sees("0 of 13 questions answered");
  }

  @Test
  void eachHasTheirOwn() {
    ben.runs("plan goal date:2026-05-11");

    world.chat().person("cem").runs("plan goal").sees("[Set a goal]");
  }

  @Test
  void ofLinkedAccountsTheGoalToldLastHoldsAndUndoingPartsThem() {
    world
        .database()
        .jdbi()
        .useHandle(
            h ->
                h.execute(
                    "INSERT INTO group_channel (platform, workspace, channel_id, group_id)"
                        + " SELECT 'other', 'w', 'general', id FROM study_group"));
    Person other = world.chat("other").person("ben");
    ben.runs("plan goal date:2026-05-11");
    world.goesTo("2026-03-27T07:01:00Z");
    other.runs("plan goal date:2026-07-01");
    Matcher code = CODE.matcher(ben.runs("link start").last());
    assertThat(code.find()).isTrue();
    other.runs("link enter " + code.group()).presses("Link").sees("Linked");

    ben.runs("plan goal").sees("2026-07-01");
    world.goesTo("2026-03-27T07:02:00Z");
    ben.runs("plan goal days:7").sees("2026-07-01").sees("7 a week");
    other.runs("plan goal").sees("7 a week");

    ben.runs("link undo").presses("Undo the link").sees("Parted");
    other.runs("plan goal").sees("2026-07-01").sees("5 a week");
    ben.runs("plan goal").sees("2026-07-01").sees("7 a week");
  }
}
