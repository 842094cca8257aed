package studycoach.feature.daily;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import studycoach.chat.Message;
import studycoach.pack.Bank;
import studycoach.pack.Body;
import studycoach.pack.Question;
import studycoach.pack.QuestionType;
import studycoach.testing.FakePlatform;
import studycoach.testing.Person;
import studycoach.testing.TestDatabase;
import studycoach.testing.World;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class DailyFeatureTest {
  private final World world;
  private final FakePlatform chat;
  private final Person amira;
  private final Person ben;

  /** On a Friday, an hour before the drop; clocks change on Sunday. */
  DailyFeatureTest(TestDatabase kind) {
    world = new World(kind, "2026-03-27T07:00:00Z");
    chat = world.chat();
    amira = chat.manager("amira");
    ben = chat.person("ben");
    amira.runs("setup exam:MLS-C01 time:09:00 zone:Europe/Berlin").sees("next drop");
  }

  @AfterEach
  void close() {
    world.close();
  }

  private void toTheDrop() {
    world.goesTo("2026-03-27T08:00:00Z");
  }

  /** The drop of Friday, drawn until it is a multiple choice. */
  private String dropOf(QuestionType type) {
    toTheDrop();
    while (world.questionIn(chat.lastText()).type() != type) {
      amira.runs("group post");
    }
    return chat.lastText();
  }

  private String choiceDrop() {
    return dropOf(QuestionType.MULTIPLE_CHOICE);
  }

  private long answers() {
    return world
        .database()
        .jdbi()
        .withHandle(h -> h.createQuery("SELECT COUNT(*) FROM attempt").mapTo(Long.class).one());
  }

  private List<String> reveals() {
    return chat.texts().stream().filter(text -> text.startsWith("The answer")).toList();
  }

  private long drops() {
    return chat.texts().stream().filter(text -> text.startsWith("Question")).count();
  }

  @Test
  void theDropComesAtItsTimeAndOnce() {
    world.goesTo("2026-03-27T07:59:59Z");
    assertThat(chat.posts()).isEmpty();

    toTheDrop();
    world.settle();
    world.settle();

    assertThat(chat.posts()).hasSize(1);
  }

  @Test
  void aRestartPostsNothingTwice() {
    toTheDrop();
    world.isDownUntil("2026-03-27T08:00:00Z");
    world.isDownUntil("2026-03-27T09:00:00Z");

    assertThat(chat.posts()).hasSize(1);
  }

  @Test
  void aClockThatIsSetBackAnHourDoublesNothingAndKeepsWhatWasAnswered() {
    String text = choiceDrop();
    amira.answers(world.right(text)).sees("Right.");
    long before = drops();
    world.clock().set(Instant.parse("2026-03-27T07:00:00Z"));
    world.settle();
    ben.answers(world.right(text)).sees("Right.");
    amira.answers(world.right(text)).sees("first answer is final");
    assertThat(answers()).isEqualTo(2);

    world.goesTo("2026-03-27T09:00:00Z");
    assertThat(drops()).isEqualTo(before);
    assertThat(answers()).isEqualTo(2);
    world.goesTo("2026-03-28T08:00:00Z");
    assertThat(drops()).isEqualTo(before + 1);
    assertThat(reveals()).hasSize((int) before);
  }

  @Test
  void aRevealOfWhatNobodyAnsweredTellsNoShares() {
    choiceDrop();
    world.goesTo("2026-03-28T08:00:00Z");

    assertThat(reveals().get(reveals().size() - 1))
        .contains("✗ ", "Nobody answered this one.")
        .doesNotContain("0 of 0");
  }

  @Test
  void theDropKeepsItsWallClockTimeWhenClocksChange() {
    world.goesTo("2026-03-29T06:59:59Z");
    assertThat(drops()).isEqualTo(2);
    world.goesTo("2026-03-29T07:00:00Z");
    assertThat(drops()).isEqualTo(3);
  }

  @Test
  void aTimeThatClocksSkipComesLaterOnThatDay() {
    amira.runs("setup time:02:30");
    world.goesTo("2026-03-29T01:29:59Z");
    assertThat(drops()).isEqualTo(1);
    world.goesTo("2026-03-29T01:30:00Z");
    assertThat(drops()).isEqualTo(2);
    world.goesTo("2026-03-30T00:30:00Z");
    assertThat(drops()).isEqualTo(3);
  }

  @Test
  void aRightAnswerIsToldWithItsReasonsAndSource() {
    String drop = choiceDrop();
    Question question = world.questionIn(drop);

    ben.presses(world.right(drop).get(0)).sees("Right.").sees("Your streak: 1 drop");
    ben.sees(question.sources().get(0).toString());
  }

  @Test
  void theFirstAnswerIsFinalAndADoubleClickCountsOnce() {
    String drop = choiceDrop();
    ben.presses(world.wrong(drop).get(0)).sees("Not this time.");
    ben.presses(world.wrong(drop).get(0)).sees("already");
    ben.presses(world.right(drop).get(0)).sees("it was wrong");

    assertThat(answers()).isEqualTo(1);
    assertThat(chat.posts().toString()).contains("1 has answered").doesNotContain("2 have");
  }

  @Test
  void aMultipleResponseIsAnsweredByASelect() {
    String drop = dropOf(QuestionType.MULTIPLE_RESPONSE);

    ben.chooses(world.wrong(drop).subList(0, 1)).sees("Please choose");
    ben.chooses(world.right(drop)).sees("Right.");
  }

  @Test
  void thePublicPostTellsHowManyAnsweredAndNotWhat() {
    String drop = choiceDrop();
    String before = chat.lastText();
    ben.presses(world.right(drop).get(0));

    assertThat(chat.lastText()).isEqualTo(before.replace("0 have answered", "1 has answered"));
  }

  @Test
  void nothingInTheOpenPostTellsTheKey() {
    amira.runs("setup questions:5");
    toTheDrop();

    assertThat(chat.posts()).hasSize(5).allSatisfy(this::tellsNothing);
  }

  private void tellsNothing(Message post) {
    String all = post.toString();
    String text = chat.texts().get(chat.posts().indexOf(post));
    Question question = world.questionIn(text);
    Body.Choices choices = (Body.Choices) question.body();
    assertThat(all).doesNotContain(question.explanation().strip(), question.id(), "✓");
    assertThat(all).doesNotContain(choices.options().stream().map(Body.Option::why).toList());
    List<String> ids =
        post.controls()
            .flatMap(control -> control.action().stream())
            .map(action -> action.encode())
            .toList();
    // Alike but for the position on the screen.
    assertThat(ids.stream().map(id -> id.replaceFirst(":\\d$", "")).distinct()).hasSize(1);
  }

  @Test
  void theOrderOfThePublicOptionsIsNotThePacks() {
    amira.runs("setup questions:5");
    world.passes(Duration.ofDays(5));

    assertThat(
            chat.texts().stream()
                .filter(text -> text.startsWith("Question"))
                .map(text -> world.right(text).get(0))
                .distinct())
        .hasSizeGreaterThan(2);
  }

  @Test
  void theRevealHasTheDistributionReasonsSourceAndWhoWasFirstRight() {
    String drop = choiceDrop();
    amira.presses(world.wrong(drop).get(0));
    world.passes(Duration.ofMinutes(1));
    ben.presses(world.right(drop).get(0));
    world.goesTo("2026-03-28T08:00:00Z");

    Question question = world.questionIn(drop);
    String reveal =
        reveals().stream()
            .filter(text -> world.questionIn(text).equals(question))
            .findFirst()
            .orElseThrow();
    assertThat(reveal)
        .startsWith("The answer is " + world.right(drop).get(0))
        .contains("(1 of 2)", "(0 of 2)", "1 of 2 right", "first right: ben")
        .contains(question.sources().get(0).toString());
    assertThat(chat.texts().get(0)).contains("Closed").doesNotContain("[A]");
  }

  @Test
  void theOwnAnswerIsToldAfterTheReveal() {
    String drop = choiceDrop();
    ben.presses(world.right(drop).get(0));
    world.goesTo("2026-03-28T08:00:00Z");
    int reveal = chat.texts().lastIndexOf(reveals().get(reveals().size() - 1));

    ben.pressesOn(reveal, "My answer").sees("Right.");
    amira.pressesOn(reveal, "My answer").sees("You did not answer");
  }

  @Test
  void anAnswerAfterTheWindowIsRefused() {
    amira.runs("setup reveal:4h");
    String drop = choiceDrop();
    world.clock().advance(Duration.ofHours(4));

    ben.presses(world.right(drop).get(0)).sees("The time for this question is over");
    assertThat(answers()).isZero();
  }

  @Test
  void aSealedAnswerCanBeChangedAndIsMarkedOnlyAtTheReveal() {
    amira.runs("setup feedback:sealed");
    String drop = choiceDrop();
    ben.presses(world.wrong(drop).get(0)).sees("Noted").doesNotSee("Not this time");
    ben.presses(world.right(drop).get(0)).sees("Noted").doesNotSee("Right");
    assertThat(answers()).isZero();
    assertThat(chat.posts().toString()).contains("1 has answered");

    world.goesTo("2026-03-28T08:00:00Z");

    assertThat(reveals()).anySatisfy(text -> assertThat(text).contains("first right: ben"));
    assertThat(answers()).isEqualTo(1);
  }

  @Test
  void anAnswerIsMarkedAgainstWhatWasShownThoughThePackWasEdited(@TempDir Path folder)
      throws IOException {
    String drop = choiceDrop();
    Question shown = world.questionIn(drop);
    Bank edited = withOtherKeys(folder);
    assertThat(keys(edited.question(shown.id()).orElseThrow())).isNotEqualTo(keys(shown));
    world.serve(edited);

    ben.presses(world.right(drop).get(0)).sees("Right.");
    amira.runs("today");
    while (world.questionIn(amira.last()).type() == QuestionType.MULTIPLE_RESPONSE) {
      amira.chooses(world.right(amira.last())).sees("Right.").runs("today");
    }
    amira.presses(world.right(amira.last()).get(0)).sees("Right.");
  }

  private static List<Integer> keys(Question question) {
    return ((Body.Choices) question.body()).keys();
  }

  /** The same pack with every multiple choice's key moved to the next option. */
  private static Bank withOtherKeys(Path folder) throws IOException {
    Path pack = Files.createDirectory(folder.resolve("mls-c01"));
    try (Stream<Path> files = Files.list(World.questionsFolder().resolve("mls-c01"))) {
      for (Path file : files.toList()) {
        String text =
            Files.readString(file).replace("explanation: >", "explanation: >\n      New.");
        Files.writeString(
            pack.resolve(file.getFileName().toString()),
            text.replaceAll(
                "(?m)^ +key: true\\n((?:.*\\n)?? +- text: .*\\n)", "$1        key: true\n"));
      }
    }
    Bank bank = Bank.load(folder);
    assertThat(bank.packs()).hasSize(1);
    return bank;
  }

  @Test
  void todayGivesAPrivateCopyInAnOrderOfItsOwnWhichIsGradedByThatOrder() {
    for (int day = 0; day < 6; day++) {
      world.passes(Duration.ofDays(1));
      ben.runs("today").sees("Your copy");
      String copy = ben.last();
      if (world.questionIn(copy).type() == QuestionType.MULTIPLE_CHOICE) {
        ben.presses(world.right(copy).get(0)).sees("Right.");
      } else {
        ben.chooses(world.right(copy)).sees("Right.");
      }
    }
    ben.runs("today").sees("You have answered everything that is open.");
  }

  @Test
  void theCopyStaysTheSameForOnePersonAndDiffersBetweenPeople() {
    choiceDrop();
    String copy = ben.runs("today").last();

    assertThat(ben.runs("today").last()).isEqualTo(copy);
    assertThat(Stream.of("cleo", "dan", "eve", "fay", "gus", "hal"))
        .anySatisfy(name -> assertThat(chat.person(name).runs("today").last()).isNotEqualTo(copy));
    assertThat(chat.posts().toString()).doesNotContain("Your copy");
  }

  @Test
  void aDropOfSeveralQuestionsIsRevealedQuestionByQuestion() {
    amira.runs("setup questions:3");
    toTheDrop();
    assertThat(drops()).isEqualTo(3);
    ben.runs("today").sees("2 more after this one");

    world.goesTo("2026-03-28T08:00:00Z");

    assertThat(reveals()).hasSize(3);
  }

  @Test
  void aPauseStillRevealsWhatIsOpenWhenTheNextDropWouldHaveCome() {
    toTheDrop();
    amira.runs("group pause").sees("Paused");
    world.goesTo("2026-03-28T07:59:59Z");
    assertThat(reveals()).isEmpty();
    world.goesTo("2026-03-30T12:00:00Z");
    assertThat(reveals()).hasSize(1);
    assertThat(drops()).isEqualTo(1);

    amira.runs("group resume").sees("The drops go on.");
    assertThat(drops()).isEqualTo(1);
    world.goesTo("2026-03-31T07:00:00Z");
    assertThat(drops()).isEqualTo(2);
  }

  @Test
  void skippingLeavesOutOneDropAndCanBeTakenBack() {
    amira.runs("group skip").sees("left out");
    amira.runs("group skip").sees("The next drop comes.");
    amira.runs("group skip");
    toTheDrop();
    assertThat(drops()).isZero();
    world.goesTo("2026-03-28T08:00:00Z");
    assertThat(drops()).isEqualTo(1);
  }

  @Test
  void anExtraDropClosesNoOtherWindowAndEndsWithTheNextScheduledOne() {
    toTheDrop();
    world.passes(Duration.ofHours(1));
    amira.runs("group post").sees("Posted");
    assertThat(chat.lastText()).startsWith("Extra question").contains("28 Mar 2026, 09:00");
    assertThat(reveals()).isEmpty();

    world.goesTo("2026-03-28T08:00:00Z");

    assertThat(reveals()).hasSize(2);
    ben.runs("streak").sees("no streak yet");
  }

  @Test
  void anExtraDropInTheMomentOfTheScheduledOneHasAWindowOfItsOwn() {
    world.clock().advance(Duration.ofHours(1));

    amira.runs("group post").sees("Posted");

    assertThat(chat.posts()).hasSize(2);
    ben.runs("today").sees("1 more");
    ben.runs("streak").sees("no streak yet");
  }

  @Test
  void aDropMissedWhileWeWereDownIsPostedLateOnceAndOlderOnesAreOurFault() {
    ben.runs("streak");
    String drop = choiceDrop();
    ben.presses(world.right(drop).get(0));
    world.isDownUntil("2026-03-30T12:00:00Z");

    assertThat(drops()).isEqualTo(2);
    assertThat(chat.texts())
        .anySatisfy(text -> assertThat(text).contains("Late, since I was down"));
    ben.runs("streak").sees("not posted in time, my fault").doesNotSee("missed, the streak ended");
    world.isDownUntil("2026-03-30T12:00:01Z");
    assertThat(drops()).isEqualTo(2);
  }

  @Test
  void aNewTimeMovesTheEndOfOpenWindows() {
    toTheDrop();
    amira.runs("setup time:18:00");
    assertThat(drops()).isEqualTo(1);
    world.goesTo("2026-03-28T16:59:59Z");
    assertThat(reveals()).isEmpty();

    world.goesTo("2026-03-28T17:00:00Z");

    assertThat(reveals()).hasSize(1);
    assertThat(drops()).isEqualTo(2);
  }

  @Test
  void missedDropsEndTheStreakAndVacationsDoNot() {
    String drop = choiceDrop();
    ben.presses(world.right(drop).get(0));
    ben.runs("settings from:2026-03-28 to:2026-03-29").sees("vacation");
    world.goesTo("2026-03-30T08:00:00Z");
    ben.runs("streak").sees("on vacation").sees("Your streak: 1 drop");

    world.goesTo("2026-04-02T08:00:00Z");

    ben.runs("streak").sees("missed, the streak ended").sees("Your streak: 0 drops");
  }

  @Test
  void badVacationsAreRefusedAndChangeNothing() {
    ben.runs("settings from:2026-04-01").sees("Until when? E.g. settings from:2026-04-01");
    ben.runs("settings from:2026-03-01 to:2026-04-01").sees("past; today is 2026-03-27");
    ben.runs("settings from:2026-04-02 to:2026-04-01").sees("end before it begins");
    ben.runs("settings from:2026-04-02 to:2028-04-01").sees("a year at most");
    ben.runs("settings from:tomorrow to:2026-04-01").sees("from:2");
    ben.runs("settings zone:Mars/Base").sees("I don't know that time zone");
    ben.runs("settings").sees("none planned").sees("(the group's)");
  }

  @Test
  void vacationsAreEndedByHand() {
    ben.runs("settings zone:Asia/Tokyo from:2026-03-27 to:2026-04-01").doesNotSee("none planned");

    ben.runs("settings vacation:off").sees("none planned").sees("Asia/Tokyo");
  }

  @Test
  void leavingIsForMembers() {
    ben.runs("group leave").sees("You are not in this group");
    String drop = choiceDrop();
    ben.presses(world.right(drop).get(0));
    ben.runs("group leave").sees("You have left");
  }

  @Test
  void aRefusedDropIsToldToTheOrganiserUntilThePlaceIsReopened() {
    chat.refuseNext("I was removed from the channel");
    toTheDrop();
    assertThat(chat.posts()).isEmpty();
    ben.runs("group show")
        .sees("Nothing can be posted in Fake #general: I was removed from the channel");

    amira.runs("group resume");

    ben.runs("group show").doesNotSee("Nothing can be posted");
    assertThat(drops()).isEqualTo(1);
    world.goesTo("2026-03-28T08:00:00Z");
    assertThat(drops()).isEqualTo(2);
    assertThat(reveals()).hasSize(1);
  }

  @Test
  void aDropWhoseAnswerWasLostIsNotDoubled() {
    chat.failNextAfterPosting();
    toTheDrop();
    world.passes(Duration.ofMinutes(1));

    assertThat(drops()).isEqualTo(1);
    world.goesTo("2026-03-28T08:00:00Z");
    assertThat(reveals()).hasSize(1);
  }

  @Test
  void aDropThatDidNotGetThereComesLater() {
    chat.failNextBeforePosting(Duration.ofMinutes(3));
    toTheDrop();
    world.passes(Duration.ofMinutes(2));
    assertThat(drops()).isZero();

    world.passes(Duration.ofMinutes(1));

    assertThat(drops()).isEqualTo(1);
  }
}
