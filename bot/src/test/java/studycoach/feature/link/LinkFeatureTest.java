package studycoach.feature.link;

import static org.assertj.core.api.Assertions.assertThat;
import static studycoach.testing.AtOnce.atOnce;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import studycoach.chat.ActionId;
import studycoach.chat.Incoming;
import studycoach.chat.Origin;
import studycoach.chat.Reply;
import studycoach.study.board.Tallies;
import studycoach.testing.FakePlatform;
import studycoach.testing.Person;
import studycoach.testing.TestDatabase;
import studycoach.testing.Walk;
import studycoach.testing.World;

/** Amira of one platform is Ben of the other; Cora and Dora are not. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class LinkFeatureTest {
  private static final Pattern CODE = Pattern.compile("[2-9A-Z]{4}-[2-9A-Z]{4}");
  private static final String USED = "That code is wrong, used or too old.";

  private final World world;
  private final FakePlatform here;
  private final FakePlatform there;
  private final Person amira;
  private final Person ben;
  private final Person cora;
  private final Person dora;

  LinkFeatureTest(TestDatabase kind) {
    world = new World(kind, "2026-03-27T07:00:00Z");
    here = world.chat();
    there = world.chat("other");
    amira = here.manager("amira");
    cora = here.person("cora");
    ben = there.person("ben");
    dora = there.person("dora");
  }

  /** A group with a channel on each platform. */
  @BeforeEach
  void setUp() {
    amira.runs("setup exam:MLS-C01 time:09:00 zone:Europe/Berlin");
    execute(
        "INSERT INTO group_channel (platform, workspace, channel_id, group_id)"
            + " SELECT 'other', 'w', 'general', id FROM study_group");
    amira.runs("group post");
  }

  @AfterEach
  void close() {
    assertThat(new Tallies(world.database().jdbi()).differences()).isEmpty();
    world.close();
  }

  private void execute(String sql) {
    world.database().jdbi().useHandle(handle -> handle.execute(sql));
  }

  private String code(Person person) {
    Matcher code = CODE.matcher(person.runs("link start").last());
    assertThat(code.find()).isTrue();
    return code.group();
  }

  private Person enters(Person person, String code) {
    return person.runs("link enter " + code);
  }

  private void link() {
    enters(ben, code(amira)).presses("Link").sees("Linked");
  }

  private long accounts(Person person) {
    return world
        .database()
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "SELECT COUNT(*) FROM account a JOIN account b"
                            + " ON b.learner_id = a.learner_id"
                            + " WHERE a.platform = :platform AND a.user_id = :id")
                    .bindMethods(person.user())
                    .mapTo(Long.class)
                    .one());
  }

  private void answers(Person person, boolean right) {
    String copy = person.runs("today").last();
    List<String> key = world.right(copy);
    person.answers(right ? key : world.wrong(copy).subList(0, key.size()));
    person.sees(right ? "Right." : "Not this time.");
  }

  @Test
  void oneIsShownACodeTheOtherIsAskedAndBothAreOne() {
    answers(ben, true);
    String won = ben.last().replaceAll("(?s).*\\+(\\d+) points.*", "$1");
    amira.runs("points").doesNotSee("Your points: " + won);
    String code = code(amira);
    amira.sees("good once, for 10 minutes").sees("/coach link enter " + code);
    amira.sees("Never give it to anyone");

    enters(ben, code)
        .sees("This joins your account here, ben on Other, with amira on Fake.")
        .sees("Only do this if both are yours.")
        .sees("[Link] [Cancel]");
    assertThat(accounts(ben)).isEqualTo(1);
    ben.presses("Link").sees("Your account here and amira on Fake are one person for me now.");
    ben.sees("until Sat 28 Mar 2026, 07:00 UTC").doesNotSee("[Link]");

    assertThat(accounts(ben)).isEqualTo(2);
    amira.runs("today").sees("You have answered everything that is open.");
    amira.runs("points").sees("Your points: " + won);
  }

  @Test
  void whoseCodeItWasIsToldAndCanUndoItThere() {
    answers(ben, true);
    link();

    assertThat(here.seenBy("amira"))
        .contains("your account here was linked with ben on Other")
        .contains("undo it before Sat 28 Mar 2026, 07:00 UTC");
    assertThat(here.seenBy("cora")).doesNotContain("linked");
    amira.presses("Undo …").sees("Part these accounts?").sees("ben on Other was linked with amira");
    amira.presses("Leave it").sees("All stays as it is.");
    assertThat(accounts(amira)).isEqualTo(2);
    amira.presses("Undo …").presses("Undo the link").sees("each have their own history again");

    assertThat(accounts(amira)).isEqualTo(1);
    assertThat(here.seenBy("amira")).contains("Your account was linked, and is not any more");
    amira.runs("today").sees("Your copy");
    ben.runs("today").sees("You have answered everything that is open.");
  }

  @Test
  void eitherAccountCanUndoItForADay() {
    link();
    world.passes(Duration.ofDays(1).minusMinutes(1));
    ben.runs("link undo").sees("You can do so until Sat 28 Mar 2026, 07:00 UTC");
    ActionId undo = ben.idOf("Undo the link");
    world.passes(Duration.ofMinutes(1));

    ben.runs("link undo").sees("linked more than a day ago");
    ben.uses(undo).sees("linked more than a day ago");
    assertThat(accounts(ben)).isEqualTo(2);
  }

  @Test
  void undoingTwiceSaysSo() {
    ben.runs("link undo").sees("No other account is linked to this one.");
    link();
    ben.runs("link undo");
    ActionId undo = ben.idOf("Undo the link");
    ben.uses(undo).sees("Parted");

    ben.uses(undo).sees("No other account is linked to this one.");
    link();
    ben.uses(undo).sees("not your latest link any more");
    assertThat(accounts(ben)).isEqualTo(2);
  }

  @Test
  void aCodeIsShownToNobodyElse() {
    String code = code(amira);
    enters(ben, code);

    assertThat(here.seenBy("cora") + there.seenBy("dora"))
        .doesNotContain(code)
        .doesNotContain("Link");
    assertThat(ben.idOf("Link").encode()).doesNotContain(code);
  }

  @Test
  void nobodyElseCanPressWhatSomebodyIsAsked() {
    enters(ben, code(amira));
    ActionId confirm = ben.idOf("Link");

    for (Person stranger : List.of(cora, dora, amira)) {
      stranger.uses(confirm).sees("That question is not open for you.");
      stranger.uses(ben.idOf("Cancel")).sees("That question is not open for you.");
    }
    for (long guess = 0; guess < 20; guess++) {
      dora.uses(ActionId.of("link", "confirm", guess)).sees("not open for you");
    }
    assertThat(accounts(amira)).isEqualTo(1);
    ben.presses("Link").sees("Linked");
    for (Person stranger : List.of(cora, dora)) {
      stranger.usesAlone(ActionId.of("link", "undo", 1)).sees("No other account is linked");
      stranger.uses(ActionId.of("link", "ask", 1)).sees("No other account is linked");
    }
    assertThat(accounts(amira)).isEqualTo(2);
  }

  @Test
  void aCodeIsUsedOnceThoughTwoHaveEnteredIt() {
    String code = code(amira);
    enters(ben, code);
    enters(dora, code).sees("Is this you?");
    ben.presses("Link").sees("Linked");

    dora.presses("Link").sees(USED);
    enters(dora, code).sees(USED);
    ben.uses(ActionId.of("link", "confirm", 1)).sees("not open for you");
    assertThat(accounts(dora)).isEqualTo(1);
    assertThat(accounts(amira)).isEqualTo(2);
  }

  @Test
  void ofTwoWhoConfirmAtOnceOneIsLinked() throws Exception {
    String code = code(amira);
    enters(ben, code);
    enters(dora, code);

    List<String> said = atOnce(List.of(() -> confirms(ben), () -> confirms(dora)));

    assertThat(said).anyMatch(words -> words.contains("Linked"));
    assertThat(said).anyMatch(words -> words.contains(USED));
    assertThat(accounts(amira)).isEqualTo(2);
  }

  private String confirms(Person person) {
    Origin origin = new Origin(person.user(), "x", Optional.empty(), false);
    Reply reply = world.inbox().accept(new Incoming.Click(origin, person.idOf("Link"), List.of()));
    return reply.toString();
  }

  @Test
  void tenMinutesAfterTheCodeWasGivenNothingIsLinked() {
    String code = code(amira);
    enters(ben, code);
    world.passes(Duration.ofMinutes(10));

    ben.presses("Link").sees(USED).sees("link start on your other account");
    enters(ben, code).sees(USED);
    assertThat(accounts(ben)).isEqualTo(1);
  }

  @Test
  void guessingEndsSoon() {
    String code = code(amira);
    for (int i = 0; i < 5; i++) {
      enters(dora, "AAAA-AAA" + (i + 2)).sees(USED);
    }

    enters(dora, code).sees("Too many wrong codes. Try again in 10 minutes.");
    enters(ben, code).sees("Is this you?");
    ben.runs("link enter").sees("Which code?");
  }

  @Test
  void whoCancelsLinksNothing() {
    String code = code(amira);
    enters(ben, code);
    ActionId confirm = ben.idOf("Link");
    ben.presses("Cancel").sees("Nothing was joined.");

    ben.uses(confirm).sees("not open for you");
    enters(ben, code).presses("Link").sees("Linked");
  }

  @Test
  void whatCannotBeLinkedIsSaidAtOnce() {
    enters(amira, code(amira)).sees("this account's own code");
    enters(cora, code(amira)).sees("two accounts in the same place");
    link();
    enters(ben, code(amira)).sees("linked already");
    enters(dora, code(amira)).sees("two accounts in the same place");
    assertThat(accounts(amira)).isEqualTo(2);
  }

  @Test
  void eachAccountsCopyIsReadInItsOwnOrder() {
    while (right(amira).equals(right(ben))) {
      answers(amira, true);
      answers(ben, true);
      amira.runs("group post");
    }
    List<String> rightForAmira = right(amira);
    List<String> rightForBen = right(ben);
    link();

    ben.answersWhere("Your copy", rightForBen)
        .sees("You chose " + String.join(" and ", rightForBen))
        .sees("Right.");
    amira
        .answersWhere("Your copy", rightForAmira)
        .sees("You have answered this one already, and the first answer is final: it was right.");
  }

  private List<String> right(Person person) {
    return world.right(person.runs("today").last());
  }

  @Test
  void aCopyDrawnBeforeTheyArePartedIsReadInItsOrderAfterwards() {
    link();
    String ofAmira = amira.runs("today").last();
    ben.runs("today");
    amira.runs("link undo").presses("Undo the link");

    amira.answersWhere("Your copy", world.right(ofAmira)).sees("Right.");
  }

  @Test
  void aPersonIsNamedByTheAccountOfTheReadersPlatform() {
    answers(amira, true);
    answers(dora, false);
    link();

    cora.runs("leaderboard").sees("amira").doesNotSee("ben");
    dora.runs("leaderboard").sees("ben").doesNotSee("amira");
    world.passes(Duration.ofDays(2));
    assertThat(here.texts()).anyMatch(text -> text.contains("first right: amira"));
    assertThat(there.texts()).anyMatch(text -> text.contains("first right: ben"));
  }

  @Test
  void answersGivenAfterwardsStayWithTheAccountThatGaveThem() {
    link();
    answers(ben, true);
    amira.runs("today").sees("You have answered everything");

    amira.runs("link undo").presses("Undo the link");

    amira.runs("today").sees("Your copy");
    ben.runs("points").sees("+");
  }

  @Test
  void reportsAreThoseOfTheAccountThatMadeThem() {
    answers(ben, false);
    ben.presses("Report").fills(Map.of("wrong", "It is C."));
    link();
    amira.presses("Show what they wrote").sees("ben wrote: It is C.");
    amira.presses("Hold the question").sees("Held");
    assertThat(here.seenBy("amira")).contains("Held by amira");

    ben.runs("link undo").presses("Undo the link");

    amira.pressesWhere("is reported", "Show what they wrote").sees("ben wrote: It is C.");
  }

  @Test
  void namesThatPeopleGiveThemselvesAreTextAndFit() {
    for (String name : Walk.badNames(6)) {
      Person one = here.person(name);
      Person other = there.person(name);
      enters(other, code(one)).presses("Link").sees("Linked");
      other.runs("link undo").presses("Undo the link").sees("Parted");
    }
  }
}
