package studycoach.feature.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import studycoach.chat.ActionId;
import studycoach.chat.ChannelRef;
import studycoach.pack.Difficulty;
import studycoach.pack.MadeUpPack;
import studycoach.pack.Question;
import studycoach.study.Attempts;
import studycoach.testing.FakePlatform;
import studycoach.testing.Person;
import studycoach.testing.TestDatabase;
import studycoach.testing.World;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class QuizTest {
  private static final Pattern CODE = Pattern.compile("[2-9A-Z]{4}-[2-9A-Z]{4}");

  private final World world;
  private final FakePlatform chat;
  private final Person amira;
  private final Person ben;

  /** An hour before the first drop, with an exam of 90 questions in three domains. */
  QuizTest(TestDatabase kind) {
    world = new World(kind, "2026-03-27T07:00:00Z", MadeUpPack.of(90));
    chat = world.chat();
    amira = chat.manager("amira");
    ben = chat.person("ben");
    amira.runs("setup exam:X-1 time:09:00 zone:Europe/Berlin");
  }

  @AfterEach
  void close() {
    world.close();
  }

  /** Answers until the result shows, and says what was asked. */
  private List<Question> answersAll(Person person, boolean right) {
    List<Question> asked = new ArrayList<>();
    while (!person.last().contains("Practice · result")) {
      asked.add(world.answers(person, right));
      person.presses(person.last().contains("[Next]") ? "Next" : "Result");
    }
    return asked;
  }

  private long count(String table) {
    return world
        .database()
        .jdbi()
        .withHandle(
            h ->
                h.createQuery("SELECT COUNT(*) FROM <table>")
                    .define("table", table)
                    .mapTo(Long.class)
                    .one());
  }

  private List<String> column(String sql) {
    return world.database().jdbi().withHandle(h -> h.createQuery(sql).mapTo(String.class).list());
  }

  private List<String> planned() {
    return column("SELECT question_id FROM daily_plan");
  }

  @Test
  void aWholePracticeFromTheFirstQuestionToTheResult() {
    ben.runs("quiz count:3").sees("Practice · 1 of 3").doesNotSee("So it is").sees("[Stop]");
    world.answers(ben, true);
    ben.sees("Practice · 1 of 3").sees("Right. You chose").sees("So it is.").sees("An idea.");
    ben.sees("Source: ").sees("So far 1 of 1 right").doesNotSee("points").doesNotSee("streak");
    ben.presses("Next").sees("Practice · 2 of 3").doesNotSee("So it is");
    world.answers(ben, false);
    ben.sees("Not this time.").sees(", the answer is ").sees("So far 1 of 2 right");
    ben.presses("Next");
    world.answers(ben, true);

    ben.doesNotSee("[Next]").doesNotSee("[Stop]").presses("Result");

    ben.sees("Practice · result").sees("2 of 3 right.").sees("Domain ");
    ben.sees("counts in your progress, and gives no points").sees("[Again, only the ones");
    assertThat(count("practice_attempt")).isEqualTo(3);
    assertThat(count("attempt")).isZero();
    assertThat(chat.seenBy("ben").split("Practice", -1)).hasSize(2);
    assertThat(chat.seenBy("amira")).doesNotContain("Practice");
  }

  @Test
  void tenQuestionsThatDifferUnlessSaidOtherwise() {
    ben.runs("quiz").sees("Practice · 1 of 10");
    assertThat(answersAll(ben, true)).hasSize(10).doesNotHaveDuplicates();
    ben.sees("10 of 10 right.").doesNotSee("[Again");
  }

  @Test
  void aDomainADifficultyAndACountAreKeptTo() {
    ben.runs("quiz domain:\"Domain 1\" difficulty:hard count:50");
    assertThat(answersAll(ben, true))
        .hasSizeBetween(2, 10)
        .allMatch(question -> question.domain().equals("modeling"))
        .allMatch(question -> question.difficulty() == Difficulty.HARD);

    ben.runs("quiz 4").sees("Practice · 1 of 4").presses("Stop");
    ben.runs("quiz easy").sees("easy").presses("Stop");
    ben.runs("quiz operations 2 medium").sees("1 of 2").sees("Domain 2 · medium").presses("Stop");
  }

  @Test
  void whatCannotBeAskedIsSaidClearly() {
    ben.runs("quiz domain:cooking").sees("I don't know that domain.").sees("Domain 0, Domain 1");
    ben.runs("quiz count:51").sees("50");
    ben.runs("quiz 51").sees("Please ask for 1 to 50 questions.");
    ben.runs("quiz difficulty:brutal").sees("one of easy, medium, hard");
    world.serve(MadeUpPack.of(3));
    ben.runs("quiz difficulty:hard").sees("I have no hard questions for X-1.");
    ben.runs("quiz data difficulty:hard").sees("I have no hard questions on Domain 0 for X-1.");
    assertThat(count("practice_session")).isZero();
  }

  @Test
  void whatIsAllKeptForDropsIsSaidToBe() {
    world.serve(MadeUpPack.of(1));
    world.goesTo("2026-03-27T08:00:00Z");
    world.goesTo("2026-03-28T07:59:00Z");

    ben.runs("quiz").sees("I keep all questions for X-1 for your group's next drops.");
  }

  @Test
  void itIsStoppedAndTellsHowFarItWent() {
    ben.runs("quiz count:5");
    ben.presses("Stop").sees("0 of 0 right, of 5 planned.").doesNotSee("[Again");

    ben.runs("quiz count:5").sees("Practice · 1 of 5");
    world.answers(ben, false);
    ben.presses("Stop").sees("0 of 1 right, of 5 planned.").sees("[Again");
  }

  @Test
  void itGoesOnAfterARestartWhereItWas() {
    ben.runs("quiz count:4");
    world.answers(ben, true);
    String second = ben.presses("Next").last();
    world.isDownUntil("2026-03-27T07:10:00Z");

    ben.runs("quiz domain:data").doesNotSee("Practice · ");
    ben.sees("You have not finished your last practice: 1 of 4 answered, 1 right.");
    assertThat(ben.presses("Go on").last()).isEqualTo(second);
    assertThat(answersAll(ben, true)).hasSize(3);
    ben.sees("4 of 4 right.");
  }

  @Test
  void theMessageThatStoodBeforeARestartStillWorks() {
    ben.runs("quiz count:2");
    world.isDownUntil("2026-03-27T07:10:00Z");

    assertThat(answersAll(ben, true)).hasSize(2);
  }

  @Test
  void startingAnewEndsTheOldOneAndTakesTheNewWish() {
    ben.runs("quiz count:4");
    Person.Stale old = ben.remembers("Stop");
    ActionId first = ben.idOf("Stop");
    ben.runs("quiz count:2 difficulty:easy");
    Person.Stale goOn = ben.remembers("Go on");
    Person.Stale anew = ben.remembers("Start anew");
    ben.presses("Start anew").sees("Practice · 1 of 2").sees("easy");
    String asked = ben.last();

    anew.press();
    assertThat(ben.last()).isEqualTo(asked);
    goOn.press();
    ben.sees("0 of 0 right, of 4 planned.");
    old.press();
    ben.sees("of 4 planned.");
    ben.uses(ActionId.of("practice", "choose", first.key(0), 0)).sees("of 4 planned.");
    assertThat(count("practice_attempt")).isZero();
    ben.runs("quiz").sees("0 of 2 answered");
  }

  @Test
  void onlyWhatWasMissedComesAgain() {
    ben.runs("quiz count:4");
    Set<String> missed = new TreeSet<>();
    for (int i = 0; i < 4; i++) {
      Question asked = world.answers(ben, i % 2 == 0);
      if (i % 2 == 1) {
        missed.add(asked.id());
      }
      ben.presses(i < 3 ? "Next" : "Result");
    }
    Person.Stale again = ben.remembers("Again, only the ones I missed");

    ben.presses("Again, only the ones I missed").sees("Practice · 1 of 2");
    String first = ben.last();
    again.press();
    assertThat(ben.last()).isEqualTo(first);
    assertThat(answersAll(ben, true))
        .extracting(Question::id)
        .containsExactlyInAnyOrderElementsOf(missed);
    ben.sees("2 of 2 right.").doesNotSee("[Again");
    assertThat(count("practice_session")).isEqualTo(2);
  }

  @Test
  void whatIsPressedTwiceCountsOnceAndOldButtonsShowWhatThereIs() {
    ben.runs("quiz count:3 difficulty:easy");
    while (world.right(ben.last()).size() > 1) {
      ben.presses("Stop").runs("quiz count:3 difficulty:easy");
    }
    Person.Stale right = ben.remembers(world.right(ben.last()).get(0));
    Person.Stale wrong = ben.remembers(world.wrong(ben.last()).get(0));
    right.press();
    String told = ben.last();
    wrong.press();
    assertThat(ben.last()).isEqualTo(told);
    right.press();
    assertThat(ben.last()).isEqualTo(told);
    assertThat(count("practice_attempt")).isEqualTo(1);

    Person.Stale next = ben.remembers("Next");
    next.press();
    String second = ben.last();
    next.press();
    assertThat(ben.last()).isEqualTo(second).contains("Practice · 2 of 3");
    wrong.press();
    assertThat(ben.last()).isEqualTo(told);
    ben.presses("Next");
    assertThat(ben.last()).isEqualTo(second);
    world.answers(ben, true);
    String feedback = ben.last();
    next.press();
    assertThat(ben.last()).isEqualTo(feedback);
    assertThat(count("practice_question")).isEqualTo(2);
  }

  @Test
  void nobodyElseCanPressAnythingOfIt() {
    ben.runs("quiz count:2");
    Person cem = chat.person("cem");
    for (String verb : List.of("choose", "stop", "next", "tell", "submit", "clear")) {
      ActionId stop = ben.idOf("Stop");
      cem.uses(ActionId.of("practice", verb, stop.key(0), verb.equals("tell") ? "sure" : "0"));
      cem.sees("That practice is somebody else's.");
    }
    for (String verb : List.of("go", "again")) {
      cem.uses(ActionId.of("practice", verb, 1)).sees("That practice is somebody else's.");
    }
    assertThat(count("practice_attempt")).isZero();
    ben.runs("quiz").sees("0 of 2 answered");
  }

  @Test
  void whatIsNoChoiceIsRefused() {
    ben.runs("quiz count:2");
    String asked = ben.idOf("Stop").key(0);
    ben.uses(ActionId.of("practice", "choose", asked, 9)).sees("Please choose");
    ben.uses(ActionId.of("practice", "put", asked, 0, 0)).sees("I don't know that choice.");
    ben.uses(ActionId.of("practice", "tell", asked, "perhaps")).sees("I don't know that choice.");
    ben.uses(ActionId.of("practice", "choose", 999, 0)).sees("I no longer know that question.");
    ben.uses(ActionId.of("practice", "go", 999)).sees("I no longer know that practice.");
  }

  @Test
  void nothingThatStandsTellsTheKey() {
    ben.runs("quiz count:30");
    Set<String> keys = new TreeSet<>();
    while (!ben.last().contains("Practice · result")) {
      keys.addAll(world.right(ben.last()));
      List<String> positions = ben.buttonKeys("choose", 1);
      assertThat(positions).isIn(List.of(), List.of("0", "1", "2", "3"));
      world.answers(ben, true);
      ben.presses(ben.last().contains("[Next]") ? "Next" : "Result");
    }
    assertThat(keys).containsExactly("A", "B", "C", "D", "E");
  }

  @Test
  void howSureOneIsIsAskedBeforeTheOptionsCanBeChosen() {
    ben.runs("settings confidence:on").runs("quiz count:2").sees("How sure are you");
    ben.sees("A  Option").sees("[Sure] [Think so] [Guess]").doesNotSee("[A]");
    Person.Stale guess = ben.remembers("Guess");
    ben.presses("Think so").doesNotSee("[Sure]").doesNotSee("How sure");
    guess.press();
    world.isDownUntil("2026-03-27T07:10:00Z");
    ben.runs("quiz").presses("Go on").doesNotSee("[Sure]");
    world.answers(ben, true);
    ben.sees("So far 1 of 1 right · you said: think so");
    guess.press();
    ben.sees("you said: think so");
    ben.pressesWhere("think so", "Next").sees("How sure are you");
    ben.runs("settings confidence:off").runs("quiz").presses("Go on").doesNotSee("How sure");
    world.answers(ben, false);
    ben.doesNotSee("you said");

    assertThat(column("SELECT COALESCE(confidence, '-') FROM practice_attempt ORDER BY id"))
        .containsExactly("think", "-");
  }

  @Test
  void whatComesInDropsOrIsHeldIsNeverPractised() {
    String held = MadeUpPack.of(90).packs().get(0).questions().get(5).id();
    amira.runs("report").fills(Map.of("wrong", "Hm.", "question", held));
    amira.pressesWhere(held, "Hold the question").sees("Held");
    for (int day = 0; day < 4; day++) {
      ben.runs("quiz count:50");
      while (!ben.last().contains("Practice · result")) {
        String asked = world.questionIn(ben.last()).id();
        assertThat(planned()).hasSize(14).doesNotContain(asked);
        assertThat(
                column(
                    "SELECT q.question_id FROM drop_question q JOIN group_drop d"
                        + " ON d.id = q.drop_id WHERE d.state = 'open'"))
            .doesNotContain(asked);
        assertThat(asked).isNotEqualTo(held);
        world.answers(ben, true);
        ben.presses(ben.last().contains("[Next]") ? "Next" : "Result");
      }
      world.passes(Duration.ofDays(1).plusMinutes(1)); // the plan is filled up after the drop
    }
    assertThat(count("practice_attempt")).isEqualTo(200);
  }

  @Test
  void whatComesIntoADropWhileItIsAskedGivesWayToAnother() {
    ben.runs("quiz count:3");
    Question asked = world.questionIn(ben.last());
    Person.Stale stop = ben.remembers("Stop");
    world
        .database()
        .jdbi()
        .useHandle(
            h ->
                h.createUpdate("UPDATE daily_plan SET question_id = :asked WHERE place = 1")
                    .bind("asked", asked.id())
                    .execute());
    ActionId old = ben.idOf("Stop");

    ben.uses(ActionId.of("practice", "choose", old.key(0), 0));

    ben.sees("Practice · 1 of 3").sees("kept for your group's drops").doesNotSee("So it is");
    assertThat(world.questionIn(ben.last())).isNotEqualTo(asked);
    stop.press();
    ben.sees("I no longer know that question.");
    assertThat(count("practice_attempt")).isZero();
  }

  @Test
  void theOtherGroupsOfALearnerKeepTheirsBackToo() {
    world.goesTo("2026-03-27T08:01:00Z");
    amira.runs("today");
    world.answers(amira, true);
    Optional<ChannelRef> elsewhere = Optional.of(new ChannelRef("fake", "w", "elsewhere"));
    amira.runsIn(elsewhere, "setup exam:X-1 time:10:00 zone:Europe/Berlin");
    List<String> all = planned();
    assertThat(all).hasSize(28);

    amira.runsIn(elsewhere, "quiz count:50");

    assertThat(answersAll(amira, true)).extracting(Question::id).doesNotContainAnyElementsOf(all);
  }

  @Test
  void practiceCountsInProgressAndNowhereElse() {
    ben.runs("quiz count:1 domain:modeling");
    world.answers(ben, true);

    ben.runs("progress").sees("Domain 1 · 50 % of the exam · 1 answer, too few to tell");
    ben.sees("last four weeks: – · – · – · 1/1").sees("Streak: none yet");
    assertThat(new Attempts(world.database().jdbi()).accuracy(1)).isEmpty();
    assertThat(count("member")).isZero();
    ben.runs("points").doesNotSee("Domain 1");
    ben.runs("leaderboard").doesNotSee("ben");
  }

  @Test
  void practiceFollowsTheAccountThatIsLinked() {
    ben.runs("quiz count:1");
    world.answers(ben, true);
    Person other = world.chat("other").person("ben");
    world
        .database()
        .jdbi()
        .useHandle(
            h ->
                h.execute(
                    "INSERT INTO group_channel (platform, workspace, channel_id, group_id)"
                        + " SELECT 'other', 'w', 'general', id FROM study_group"));
    other.runs("progress").doesNotSee("1/1");

    Matcher code = CODE.matcher(other.runs("link start").last());
    assertThat(code.find()).isTrue();
    ben.runs("link enter " + code.group()).presses("Link").sees("Linked");

    other.runs("progress").sees("1/1");
    ben.runs("progress").sees("1/1");
  }

  @Test
  void whatWasNeverAnsweredComesBeforeWhatWas() {
    ben.runs("quiz count:50");
    List<Question> first = answersAll(ben, true);
    ben.runs("quiz count:26");
    List<Question> second = answersAll(ben, true);

    assertThat(first).hasSize(50);
    assertThat(second).extracting(Question::id).doesNotHaveDuplicates();
    assertThat(second.subList(0, 90 - 14 - 50)).doesNotContainAnyElementsOf(first);
  }

  @Test
  void itWorksInADirectMessage() {
    world.goesTo("2026-03-27T08:00:00Z");
    ben.runsAlone("quiz").sees("in your group's channel");
    ben.runs("today");
    world.answers(ben, true);
    ben.runsAlone("quiz count:1").sees("Practice · 1 of 1");
    world.answers(ben, true);
    ben.presses("Result").sees("1 of 1 right.");
  }
}
