package studycoach.feature.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import studycoach.chat.Modal;
import studycoach.testing.FakePlatform;
import studycoach.testing.Person;
import studycoach.testing.SmallPack;
import studycoach.testing.TestDatabase;
import studycoach.testing.World;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class ReportFeatureTest {
  private static final List<String> QUESTIONS = List.of("a-1", "a-2", "a-3", "b-1", "b-2", "b-3");
  private static final String SPOILER = "Charlie is right too.";
  private static final String REVEAL = "2026-03-28T08:00:00Z";

  private final TestDatabase kind;
  private @TempDir Path folder;
  private SmallPack pack;
  private World world;
  private FakePlatform chat;
  private Person amira;
  private Person ben;
  private Person cleo;

  ReportFeatureTest(TestDatabase kind) {
    this.kind = kind;
  }

  /** Amira organises the group; its drop is open. */
  @BeforeEach
  void open() {
    pack = new SmallPack(folder).exam("X-1", QUESTIONS);
    world = new World(kind, "2026-03-27T07:00:00Z", pack.load());
    chat = world.chat();
    amira = chat.manager("amira");
    ben = chat.person("ben");
    cleo = chat.person("cleo");
    amira.runs("setup exam:X-1 time:08:00 zone:UTC");
    world.goesTo("2026-03-27T08:00:00Z");
  }

  @AfterEach
  void close() {
    world.close();
  }

  private String asked() {
    return SmallPack.asked(chat.lastText()).get(0);
  }

  private void reports(Person person, String text) {
    person.runs("report").fills(Map.of("wrong", text));
  }

  private static int messages(String seen) {
    return seen.split("is reported", -1).length - 1;
  }

  @Test
  void organisersAreToldAndNobodyElse() {
    ben.presses("A").presses("Report").fills(Map.of("wrong", SPOILER));

    ben.sees("Thanks. The organisers have been told about " + asked() + ".");
    assertThat(chat.seenBy("amira"))
        .contains("A question of X-1 is reported")
        .contains("ben says that something is wrong with " + asked())
        .contains("“What is " + asked() + "?”")
        .contains("[Hold the question] [Dismiss]");
    assertThat(chat.seenBy("ben")).doesNotContain("is reported");
    assertThat(chat.texts()).noneMatch(text -> text.contains("is reported"));
  }

  @Test
  void whatWasWrittenIsHiddenWhileTheQuestionIsOpen() {
    reports(ben, SPOILER);

    assertThat(chat.seenBy("amira"))
        .doesNotContain(SPOILER, "Reason", "The lesson")
        .contains("may give the answer away");
    amira.presses("Show what they wrote").sees("ben wrote: " + SPOILER);
    assertThat(chat.seenBy("ben")).doesNotContain(SPOILER);
  }

  @Test
  void whatWasWrittenIsInTheMessageAfterTheReveal() {
    String question = asked();
    reports(ben, SPOILER);
    world.goesTo(REVEAL);
    assertThat(chat.seenBy("amira")).doesNotContain(SPOILER);

    amira.pressesWhere(question, "Hold the question");

    assertThat(chat.seenBy("amira")).contains(SPOILER).doesNotContain("[Show what they wrote]");
  }

  @Test
  void aQuestionThatIsStillToComeIsNotGivenAwayEither() {
    String coming = SmallPack.asked(amira.runs("group preview").last()).get(0);
    cleo.runs("report").fills(Map.of("wrong", SPOILER, "question", coming)).sees(coming);

    assertThat(chat.seenBy("amira")).contains(coming).doesNotContain(SPOILER);
  }

  @Test
  void theRevealHasAButtonForIt() {
    String question = asked();
    world.goesTo(REVEAL);

    ben.pressesWhere("The answer is", "Report").fills(Map.of("wrong", SPOILER)).sees(question);

    assertThat(chat.seenBy("amira")).contains(SPOILER);
  }

  @Test
  void withoutAnIdItIsTheQuestionAnsweredLastOrElseTheLatest() {
    String first = asked();
    ben.presses("A");
    world.goesTo(REVEAL);
    String second =
        chat.texts().stream()
            .filter(text -> text.startsWith("Question") && !text.contains(first))
            .flatMap(text -> SmallPack.asked(text).stream())
            .findFirst()
            .orElseThrow();

    ben.runs("report").fills(Map.of("wrong", "Hm.")).sees(first);
    cleo.runs("report").fills(Map.of("wrong", "Hm.")).sees(second);
  }

  @Test
  void anAnswerUnderSealIsTheLatestToo() {
    String first = asked();
    amira.runs("setup feedback:sealed");
    ben.presses("A").sees("Noted");
    amira.runs("group post");

    ben.runs("report").fills(Map.of("wrong", "Hm.")).sees(first);
  }

  @Test
  void inADirectMessageItIsTheGroupThatTheyAreIn() {
    cleo.runsAlone("report").fills(Map.of("wrong", "Hm.")).sees("Please ask me in your group's");
    ben.presses("A");
    ben.runsAlone("report").fills(Map.of("wrong", "Hm.")).sees("Thanks.");
  }

  @Test
  void beforeTheFirstQuestionThereIsNothingToReportUnlessByItsId(@TempDir Path other) {
    try (World early =
        new World(
            kind, "2026-03-27T07:00:00Z", new SmallPack(other).exam("X-1", QUESTIONS).load())) {
      Person dan = early.chat().manager("dan");
      dan.runs("setup exam:X-1 time:08:00 zone:UTC");
      reports(dan, "Hm.");
      dan.sees("There was no question yet.");
      dan.runs("report").fills(Map.of("wrong", "Hm.", "question", "a-2")).sees("a-2");
    }
  }

  @Test
  void reportingAgainTakesThePlaceOfTheFirstAndTellsNobodyTwice() {
    String question = asked();
    world.goesTo(REVEAL);
    ben.runs("report").fills(Map.of("wrong", "First words.", "question", question));
    assertThat(chat.seenBy("amira")).contains("First words.");
    amira.presses("Dismiss").sees("Dismissed.");

    ben.runs("report").fills(Map.of("wrong", "Second words.", "question", question));

    ben.sees("This takes the place of what you wrote before.");
    assertThat(chat.seenBy("amira"))
        .contains("Second words.")
        .doesNotContain("First words.")
        .doesNotContain("Dismissed by");
    assertThat(messages(chat.seenBy("amira"))).isEqualTo(1);
  }

  @Test
  void anUnknownIdIsRefusedWithTheNearestOne() {
    ben.runs("report").fills(Map.of("wrong", "Hm.", "question", "a1"));
    ben.sees("There is no question a1. Did you mean a-1? Nothing was reported.");
    ben.runs("report").fills(Map.of("wrong", "Hm.", "question", "something else"));
    ben.sees("There is no question something else. Nothing was reported.");
    ben.runs("report").fills(Map.of("wrong", "Hm.", "question", " A-1 ")).sees("about a-1");
    assertThat(messages(chat.seenBy("amira"))).isEqualTo(1);
  }

  @Test
  void tooMuchOrNothingIsRefused() {
    ben.runs("report").fills(Map.of("wrong", "  ")).sees("Please write what is wrong.");
    ben.runs("report").fills(Map.of("wrong", "x".repeat(1001))).sees("At most 1000 characters");
    ben.runs("report").fills(Map.of("wrong", "🙂".repeat(1000))).sees("Thanks.");
    assertThat(messages(chat.seenBy("amira"))).isEqualTo(1);
  }

  @Test
  void whatPeopleWriteIsNeverPunctuation() {
    world.goesTo(REVEAL);
    String nasty = "'); DROP TABLE learner; -- *_`<!channel> @everyone\u0000";
    ben.pressesWhere("The answer is", "Report").fills(Map.of("wrong", nasty)).sees("Thanks.");

    assertThat(chat.seenBy("amira")).contains("DROP TABLE learner; -- *_`<!channel> @everyone");
  }

  @Test
  void theMessageKeepsTheWordingThoughThePackIsEdited() {
    String question = asked();
    ben.presses("A");
    world.serve(
        pack.exam("X-1", QUESTIONS.stream().filter(id -> !id.equals(question)).toList()).load());

    reports(ben, SPOILER);
    cleo.runs("report").fills(Map.of("wrong", "Me too.", "question", question)).sees(question);

    assertThat(chat.seenBy("amira")).contains("cleo says", "“What is " + question + "?”");
  }

  @Test
  void holdingTellsWhoAndIsDoneOnce() {
    amira.runs("setup organisers:@ben");
    reports(cleo, "Hm.");
    reports(chat.person("dan"), "Hm.");
    ben.presses("Hold the question").sees("Held: " + asked());

    String seen = chat.seenBy("amira");
    assertThat(seen.split("Held by ben. Not drawn until released.", -1)).hasSize(3);
    assertThat(seen).contains("[Release]").doesNotContain("[Hold the question]", "[Dismiss]");
    amira.presses("Release").sees("Released: " + asked());
    assertThat(chat.seenBy("ben")).doesNotContain("Held by").contains("[Hold the question]");
  }

  @Test
  void oldButtonsAnswerPolitely() {
    amira.runs("setup organisers:@ben");
    reports(cleo, "Hm.");
    Person.Stale hold = amira.remembers("Hold the question");
    Person.Stale dismiss = amira.remembers("Dismiss");
    ben.presses("Hold the question");
    Person.Stale release = amira.remembers("Release");

    hold.press().sees("Held already");
    dismiss.press().sees("is held by now");
    release.press().sees("Released");
    release.press().sees("is not held");
    dismiss.press().sees("Dismissed.");
    dismiss.press().sees("Dismissed already.");
    assertThat(chat.seenBy("ben")).contains("Dismissed by amira.");
  }

  @Test
  void onlyWhoOrganisesNowMayAct() {
    amira.runs("setup organisers:@ben");
    reports(cleo, SPOILER);
    for (String label : List.of("Show what they wrote", "Hold the question", "Dismiss")) {
      cleo.pressesOfAnother(amira, "is reported", label).sees("Only organisers of this group");
      chat.manager("zoe").pressesOfAnother(amira, "is reported", label).sees("Only organisers");
    }
    amira.runs("setup organisers:@ben");

    ben.presses("Hold the question").sees("Only organisers of this group may do that.");
    assertThat(chat.seenBy("amira")).doesNotContain("Held by");
    amira.presses("Hold the question").sees("Held");
    ben.presses("Release").sees("Only organisers");
  }

  @Test
  void everyOrganiserIsToldOnceThoughTheBotWasKilledMeanwhile() {
    chat.failNextAfterPosting();
    reports(ben, "Hm.");
    world.isDownUntil("2026-03-27T09:00:00Z");
    world.isDownUntil("2026-03-27T10:00:00Z");

    assertThat(messages(chat.seenBy("amira"))).isEqualTo(1);
  }

  @Test
  void withoutOrganisersThePersonIsToldSo() {
    amira.runs("setup organisers:@amira");

    reports(ben, "Hm.");

    ben.sees("No organiser is there to be told");
  }

  @Test
  void anOpenDropGoesOnThoughItsQuestionIsHeld() {
    reports(ben, "Hm.");
    amira.presses("Hold the question");

    cleo.presses("A").sees("Your streak: 1 drop");
    world.goesTo(REVEAL);
    assertThat(chat.texts()).anyMatch(text -> text.startsWith("The answer is"));
  }

  @Test
  void formsFitIntoTheirPlatforms() {
    Modal any = ben.runs("report").form();
    Modal one = ben.presses("A").presses("Report").form();

    assertThat(List.of(any, one)).allMatch(form -> form.title().length() <= 24);
    assertThat(any.fields()).hasSize(2).allMatch(field -> field.label().length() <= 45);
    assertThat(one.fields()).hasSize(1);
  }
}
