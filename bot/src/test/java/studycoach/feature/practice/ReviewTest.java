package studycoach.feature.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import studycoach.chat.ActionId;
import studycoach.pack.MadeUpPack;
import studycoach.pack.Pack;
import studycoach.study.progress.ProgressLog;
import studycoach.testing.Person;
import studycoach.testing.TestDatabase;
import studycoach.testing.World;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class ReviewTest {
  private final World world;
  private final Person amira;
  private final Person ben;

  /** An hour before the first drop, with an exam of 300 questions in three domains. */
  ReviewTest(TestDatabase kind) {
    world = new World(kind, "2026-03-27T07:00:00Z", MadeUpPack.of(300));
    amira = world.chat().manager("amira");
    ben = world.chat().person("ben");
    amira.runs("setup exam:X-1 time:09:00 zone:Europe/Berlin");
  }

  @AfterEach
  void close() {
    world.close();
  }

  private static Person goesOn(Person person) {
    return person.presses(person.last().contains("[Next]") ? "Next" : "Result");
  }

  /** Answers until the result shows, and says what was asked. */
  private List<String> answersAll(Person person, boolean right) {
    List<String> asked = new ArrayList<>();
    while (!person.last().contains("· result")) {
      asked.add(world.answers(person, right).id());
      goesOn(person);
    }
    return asked;
  }

  /** Practises so many questions, every second one right, and says which were wrong. */
  private List<String> practises(int questions) {
    ben.runs("quiz count:" + questions);
    List<String> missed = new ArrayList<>();
    for (int i = 0; i < questions; i++) {
      String asked = world.answers(ben, i % 2 == 0).id();
      if (i % 2 == 1) {
        missed.add(asked);
      }
      goesOn(ben);
    }
    return missed;
  }

  private List<String> column(String sql) {
    return world.database().jdbi().withHandle(h -> h.createQuery(sql).mapTo(String.class).list());
  }

  private void passes(int days) {
    world.passes(Duration.ofDays(days));
  }

  @Test
  void withNothingAnsweredItSaysHowToGetThere() {
    ben.runs("review").sees("There is nothing to review.").sees("practise with: quiz");
    ben.runs("review modeling").sees("There is nothing to review in Domain 1.");
    ben.runs("review cooking").sees("I don't know that domain.");
    ben.runs("review 51").sees("1 to 50");
  }

  @Test
  void whatWasMissedComesFirstThenWhatFades() {
    List<String> missed = practises(6);
    passes(4);

    ben.runs("review").sees("Review · 1 of 6").sees("[Stop]").doesNotSee("So it is");
    List<String> asked = answersAll(ben, true);

    assertThat(asked).hasSize(6).doesNotHaveDuplicates();
    assertThat(asked.subList(0, 3)).containsExactlyInAnyOrderElementsOf(missed);
    ben.sees("Review · result").sees("6 of 6 right.").sees("gives no points");
  }

  @Test
  void whatOneWasSureOfAndWrongComesBeforeAllElse() {
    ben.runs("settings confidence:on").runs("quiz count:4");
    List<String> asked = new ArrayList<>();
    for (String sure : List.of("Guess", "Think so", "Sure", "Guess")) {
      ben.presses(sure);
      asked.add(world.answers(ben, false).id());
      goesOn(ben);
    }
    passes(2);

    ben.runs("review").sees("Review · 1 of 4").sees("How sure are you").presses("Sure");

    assertThat(world.answers(ben, true).id()).isEqualTo(asked.get(2));
  }

  @Test
  void whatIsNotDueYetComesOnADayThatIsTold() {
    practises(2);

    ben.runs("review").sees("Nothing is due, well done.").sees("Sat 28 Mar 2026, 00:00 CET");
    passes(1);
    ben.runs("review").sees("Review · 1 of 1");
    world.answers(ben, true);
    ben.presses("Result").runs("review").sees("Nothing is due, well done.");
  }

  @Test
  void aDomainAndACountAreKeptTo() {
    practises(30);
    passes(2);

    ben.runs("review operations 2").sees("Review · 1 of 2").sees("Domain 2");
    answersAll(ben, true);
    ben.runs("review 3").sees("Review · 1 of 3").presses("Stop");
    ben.runs("review").sees("Review · 1 of 20");
  }

  @Test
  void withoutAGoalThereAreTwentyAtMost() {
    ben.runs("quiz count:40");
    answersAll(ben, false);
    passes(2);

    ben.runs("review").sees("Review · 1 of 20");
  }

  @Test
  void aGoalGivesTheNumberForADay() {
    practises(20);
    ben.runs("plan goal date:2026-05-01 minutes:6");
    passes(1);

    ben.runs("review").sees("Review · 1 of 4");
    answersAll(ben, true);
    ben.runs("review").sees("You have answered 4 questions today").sees("review count:10");
    ben.runs("review count:2").sees("Review · 1 of 2");
  }

  @Test
  void nothingIsReviewedFromTheDayOfTheExamOn() {
    practises(10);
    ben.runs("plan goal date:2026-03-29");
    passes(1);
    ben.runs("review").sees("Review · 1 of").presses("Stop");
    passes(1);
    ben.runs("review")
        .sees("The day of your exam is 2026-03-29, so there is nothing left to review.");
    passes(1);
    ben.runs("review").sees("The day of your exam is 2026-03-29");
    ben.runs("plan goal date:off").runs("review").sees("Review · 1 of");
  }

  @Test
  void onTheEveOfTheExamWhatWasAnsweredThenIsFreshEnough() {
    practises(4);
    ben.runs("plan goal date:2026-03-28");

    ben.runs("review").sees("What you have answered is fresh enough until your exam.");
  }

  @Test
  void daysAreThoseOfTheMember() {
    practises(2);
    ben.runs("settings zone:Pacific/Auckland");
    world.goesTo("2026-03-27T10:59:00Z");
    ben.runs("review").sees("Nothing is due");
    world.goesTo("2026-03-27T11:00:00Z");

    ben.runs("review").sees("Review · 1 of 1");
  }

  @Test
  void whatIsUnderSealIsNoCardUntilItIsRevealed() {
    amira.runs("setup feedback:sealed");
    world.goesTo("2026-03-27T08:00:00Z");
    ben.runs("today");
    String asked = world.answers(ben, false).id();
    world.goesTo("2026-03-28T07:59:00Z");
    ben.runs("review").sees("There is nothing to review.");
    ProgressLog log =
        new ProgressLog(world.database().jdbi(), () -> MadeUpPack.of(300), world.clock());
    assertThat(
            column("SELECT id FROM learner").stream()
                .map(Long::valueOf)
                .flatMap(id -> log.answers(id).stream()))
        .isEmpty();
    world.goesTo("2026-03-28T08:00:00Z");

    ben.runs("review").sees("Review · 1 of 1");
    assertThat(world.questionIn(ben.last()).id()).isEqualTo(asked);
  }

  @Test
  void whatComesInDropsIsNeverReviewed() {
    ben.runs("quiz count:50");
    answersAll(ben, false);
    Set<String> reviewed = new HashSet<>();
    for (int day = 0; day < 12; day++) {
      world.passes(Duration.ofDays(1).plusMinutes(1)); // the plan is filled up after the drop
      ben.runs("review count:50");
      while (ben.last().contains("[Stop]")) {
        String asked = world.questionIn(ben.last()).id();
        assertThat(
                column(
                    "SELECT question_id FROM daily_plan UNION SELECT q.question_id"
                        + " FROM drop_question q JOIN group_drop d ON d.id = q.drop_id"
                        + " WHERE d.state = 'open'"))
            .hasSize(15)
            .doesNotContain(asked);
        reviewed.add(asked);
        world.answers(ben, day % 2 == 0);
        goesOn(ben);
      }
    }
    assertThat(reviewed).hasSizeGreaterThan(20);
  }

  @Test
  void whatIsNoLongerInThePackIsNotAsked() {
    List<String> missed = practises(10);
    Pack pack = MadeUpPack.of(300).packs().get(0);
    world.serve(
        MadeUpPack.of(
            pack.exam().domains(),
            pack.questions().stream()
                .filter(question -> !missed.subList(0, 3).contains(question.id()))
                .toList()));
    passes(1);

    ben.runs("review").sees("Review · 1 of 2");
    assertThat(answersAll(ben, true)).containsExactlyInAnyOrderElementsOf(missed.subList(3, 5));
  }

  @Test
  void itIsStoppedAndGoneOnWithAlsoAfterARestart() {
    practises(8);
    passes(1);
    ben.runs("review").sees("Review · 1 of 4");
    world.answers(ben, true);
    String second = goesOn(ben).last();
    world.isDownUntil("2026-03-28T07:10:00Z");

    ben.runs("review").sees("You have not finished your last review: 1 of 4 answered, 1 right.");
    assertThat(ben.presses("Go on").last()).isEqualTo(second);
    ben.runs("quiz").sees("You have not finished your last review");
    ben.presses("Start anew").sees("Practice · 1 of 10").presses("Stop");
    ben.runs("review").sees("Review · 1 of 3");
    world.answers(ben, false);
    ben.presses("Stop").sees("0 of 1 right, of 3 planned.");
  }

  @Test
  void whatIsLeftOpenIsOfferedThoughNothingElseIsDue() {
    practises(2);
    passes(1);
    String open = ben.runs("review").last();
    ben.runs("plan goal date:2026-03-28");

    ben.runs("review")
        .sees("The day of your exam is")
        .sees("not finished your last review: 0 of 1");
    assertThat(ben.presses("Go on").last()).isEqualTo(open);
  }

  @Test
  void onlyWhatWasMissedComesAgainAtOnce() {
    practises(6);
    passes(1);
    ben.runs("review");
    String missed = world.answers(ben, false).id();
    goesOn(ben);
    answersAll(ben, true);

    ben.presses("Again, only the ones I missed").sees("Review · 1 of 1");
    assertThat(world.answers(ben, true).id()).isEqualTo(missed);
    ben.presses("Result").sees("1 of 1 right.");
  }

  @Test
  void aButtonStartsItToo() {
    practises(2);
    passes(1);

    ben.runs("plan goal date:2026-05-01").presses("Review").sees("Review · 1 of 2");
  }

  @Test
  void eachShowingHasAnOrderOfItsOwnThatTellsNothing() {
    ben.runs("quiz count:6");
    answersAll(ben, false);
    Set<String> keys = new HashSet<>();
    for (int day = 0; day < 10; day++) {
      passes(1);
      ben.runs("review");
      while (ben.last().contains("[Stop]")) {
        ben.doesNotSee("So it is").doesNotSee("Often confused");
        keys.addAll(world.right(ben.last()));
        List<String> positions = ben.buttonKeys("choose", 1);
        assertThat(positions).isIn(List.of(), List.of("0", "1", "2", "3"));
        world.answers(ben, false);
        goesOn(ben);
      }
    }
    assertThat(keys).contains("A", "B", "C", "D");
    assertThat(
            column(
                "SELECT question_id FROM practice_question GROUP BY question_id"
                    + " HAVING COUNT(DISTINCT permutation) > 3"))
        .isNotEmpty();
  }

  @Test
  void nobodyElseCanPressAnythingOfIt() {
    practises(2);
    passes(1);
    ben.runs("review");
    String asked = ben.idOf("Stop").key(0);

    Person cem = world.chat().person("cem");
    cem.uses(ActionId.of("practice", "choose", asked, 0)).sees("That practice is somebody else's.");
    cem.runs("review").sees("There is nothing to review.");
  }
}
