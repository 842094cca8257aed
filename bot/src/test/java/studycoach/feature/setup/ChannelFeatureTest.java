package studycoach.feature.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static studycoach.testing.AtOnce.atOnce;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import studycoach.chat.ActionId;
import studycoach.chat.ChannelRef;
import studycoach.chat.Incoming;
import studycoach.chat.Origin;
import studycoach.chat.Reply;
import studycoach.chat.UserRef;
import studycoach.study.board.Tallies;
import studycoach.testing.FakePlatform;
import studycoach.testing.Person;
import studycoach.testing.SmallPack;
import studycoach.testing.TestDatabase;
import studycoach.testing.Texts;
import studycoach.testing.World;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class ChannelFeatureTest {
  private static final Pattern CODE = Pattern.compile("group join (\\S{4}-\\S{4})");
  private static final String JOINED = "This channel now belongs to the study group for X-1";
  private static final String DROP = "2026-03-27T08:00:00Z";
  private static final String BAD = "That code is wrong, used or too old.";

  private final TestDatabase kind;
  private @TempDir Path folder;
  private World world;
  private FakePlatform here;
  private FakePlatform there;
  private Person amira;
  private Person ben;
  private Person dora;
  private Person cleo;

  ChannelFeatureTest(TestDatabase kind) {
    this.kind = kind;
  }

  /** Amira manages the one place, where Ben is, and Dora the other one, where Cleo is. */
  @BeforeEach
  void open() {
    List<String> questions = List.of("a-1", "a-2", "a-3", "b-1", "b-2", "b-3");
    world =
        new World(
            kind, "2026-03-27T07:00:00Z", new SmallPack(folder).exam("X-1", questions).load());
    here = world.chat("fake");
    there = world.chat("other");
    amira = here.manager("amira");
    ben = here.person("ben");
    dora = there.manager("dora");
    cleo = there.person("cleo");
    amira.runs("setup exam:X-1 time:08:00 zone:UTC");
  }

  @AfterEach
  void close() {
    assertThat(new Tallies(world.database().jdbi()).differences()).isEmpty();
    world.close();
  }

  private String code() {
    Matcher code = CODE.matcher(amira.runs("group invite").last());
    assertThat(code.find()).isTrue();
    return code.group(1);
  }

  private void join() {
    dora.runs("group join " + code()).sees("This channel has joined the group.");
  }

  private static List<String> posts(FakePlatform chat) {
    return chat.texts().stream().filter(text -> !text.startsWith(JOINED)).toList();
  }

  private static List<String> questions(FakePlatform chat) {
    return posts(chat).stream().filter(text -> text.startsWith("Question")).toList();
  }

  private static List<String> reveals(FakePlatform chat) {
    return posts(chat).stream().filter(text -> text.startsWith("The answer")).toList();
  }

  private Person right(Person who) {
    return answers(who, true);
  }

  private Person wrong(Person who) {
    return answers(who, false);
  }

  /** Every question has the same four options. */
  private Person answers(Person who, boolean rightly) {
    String post = questions(here).get(questions(here).size() - 1);
    return who.presses(rightly ? world.right(post).get(0) : world.wrong(post).get(0));
  }

  private void goesOn(int days) {
    world.passes(Duration.ofDays(days));
  }

  @Test
  void aGroupInTwoPlacesAsksRevealsAndCountsAsOne() {
    join();
    world.goesTo(DROP);
    for (int drop = 1; drop <= 5; drop++) {
      assertThat(questions(here)).hasSize(drop);
      right(ben);
      wrong(cleo).sees("Your streak: " + (drop == 1 ? "1 drop" : drop + " drops"));
      right(amira);
      assertThat(questions(here).get(drop - 1)).contains("3 have answered");
      assertThat(posts(there)).isEqualTo(posts(here));
      goesOn(1);
      assertThat(reveals(here)).hasSize(drop).allMatch(text -> text.contains("2 of 3 right"));
      assertThat(posts(there)).isEqualTo(posts(here));
    }

    assertThat(posts(here)).filteredOn(text -> text.startsWith("The week's boards")).hasSize(1);
    assertThat(posts(here)).filteredOn(text -> text.startsWith("Looking back")).hasSize(1);
    assertThat(posts(here)).doesNotHaveDuplicates().hasSize(6 + 5 + 1 + 1);
    assertThat(there.texts()).filteredOn(text -> text.startsWith(JOINED)).hasSize(1);
    String board = amira.runs("leaderboard period:all").last();
    assertThat(board).contains("ben · 50 points", "3. cleo · 0 points");
    assertThat(there.person("eve").runs("leaderboard period:all").last())
        .contains("1. amira · 50 points", "1. ben · 50 points", "3. cleo · 0 points");
    cleo.runs("streak").sees("5 drops");
  }

  @Test
  void allOfTheGroupsChannelsAreShownOnBothSides() {
    join();

    for (Person somebody : List.of(ben, cleo)) {
      somebody.runs("group show").sees("channels: Fake #general, Other #general").sees("X-1");
    }
    amira.runs("setup").sees("channels: Fake #general, Other #general");
  }

  @Test
  void whoInvitesIsToldInPrivateWhatItMeans() {
    amira
        .runs("group invite")
        .sees("/coach group join ")
        .sees("until Fri 27 Mar 2026, 07:10")
        .sees("I have to be in that channel")
        .sees("Whoever manages that channel can change this group as you can");
    String code = amira.last().replaceAll("(?s).*group join (\\S+).*", "$1");

    assertThat(here.texts()).isEmpty();
    assertThat(ben.runs("group show").last() + here.seenBy("ben")).doesNotContain(code);
    ben.runs("group invite").sees("Only organisers");
  }

  @Test
  void whoJoinsAndAllInTheChannelAreToldWhatComes() {
    dora.runs("group join " + code()).sees("exam: X-1").sees("time: 08:00");
    dora.sees("next drop: Fri 27 Mar 2026, 08:00");

    assertThat(there.texts()).hasSize(1);
    assertThat(there.text(0))
        .contains(JOINED, "daily at 08:00 UTC, the next Fri 27 Mar 2026, 08:00")
        .contains("also in Fake #general")
        .contains("[Today's question]");
    assertThat(here.texts()).isEmpty();
    cleo.presses("Today's question").sees("No question is open just now.");
  }

  @Test
  void whatIsOpenComesToAChannelThatJoinsMeanwhile() {
    amira.runs("setup questions:2");
    world.goesTo(DROP);
    ben.pressesOn(0, "A");
    amira.runs("group post");
    world.passes(Duration.ofHours(5));
    join();

    assertThat(there.texts()).hasSize(5);
    assertThat(there.text(0)).startsWith(JOINED);
    assertThat(posts(there)).containsExactlyInAnyOrderElementsOf(posts(here));
    assertThat(there.text(1)).contains("1 has answered");

    cleo.pressesOn(1, "B");
    assertThat(here.text(0)).contains("2 have answered");
    goesOn(1);

    assertThat(reveals(there)).hasSize(4).containsExactlyInAnyOrderElementsOf(reveals(here));
    assertThat(posts(there)).doesNotHaveDuplicates();
    cleo.runs("streak").sees("1 drop");
  }

  @Test
  void threadsAreOpenedOnBothSides() {
    amira.runs("setup thread:on");
    join();
    world.goesTo(DROP);
    goesOn(1);

    assertThat(here.threads()).hasSize(1);
    assertThat(there.threads()).isEqualTo(here.threads());
  }

  @Test
  void aMentionBelongsToTheChannelWhereItWasSet() {
    join();
    dora.runs("setup mention:@owls").sees("Changed: mention nobody → @owls.");
    world.goesTo(DROP);

    assertThat(there.lastText()).startsWith("@owls\nQuestion");
    assertThat(here.lastText()).startsWith("Question");
  }

  @Test
  void aCodeIsGoodOnce() {
    String code = code();
    dora.runs("group join " + code);
    dora.runs("setup channel:off").sees("goes on in Fake #general");

    dora.runs("group join " + code).sees(BAD).sees("group invite");
    dora.runs("group show").sees("no study group");
  }

  @Test
  void aCodeIsTooOldAfterTenMinutes() {
    String code = code();
    world.passes(Duration.ofMinutes(10));

    dora.runs("group join " + code).sees(BAD);

    assertThat(there.texts()).isEmpty();
    assertThat(here.seenBy("amira")).doesNotContain("has joined");
  }

  @Test
  void whoGuessesHasToWait() {
    String code = code();
    for (int guess = 0; guess < 5; guess++) {
      dora.runs("group join AAAA-AAAA").sees(BAD);
    }

    dora.runs("group join " + code).sees("Too many wrong codes. Try again in 10 minutes.");
    there.manager("eve").runs("group join " + code).sees("has joined");
  }

  @Test
  void onlyWhoManagesThePlaceCanBringItsChannel() {
    String code = code();

    cleo.runs("group join " + code).sees("Only somebody who manages this place");
    dora.runsAlone("group join " + code).sees("in the channel that is to join");
    dora.runs("group join").sees("Which code?");
    assertThat(there.texts()).isEmpty();

    dora.runs("group join " + code).sees("has joined");
  }

  @Test
  void aChannelBelongsToOneGroup() {
    String code = code();
    amira.runs("group join " + code).sees("group already, for X-1, and is its only channel");
    dora.runs("group join " + code);
    dora.runs("group join " + code)
        .sees("group already, for X-1. To unbind it first: setup channel");
  }

  @Test
  void aGroupHasTenChannelsAtMost() {
    for (int channel = 2; channel <= 10; channel++) {
      dora.runsIn(channel("c" + channel), "group join " + code()).sees("has joined");
    }

    String code = code();
    dora.runs("group join " + code).sees("That group has 10 channels");
    dora.runsIn(channel("c2"), "setup channel:off");
    dora.runs("group join " + code).sees("has joined");
  }

  private static Optional<ChannelRef> channel(String id) {
    return Optional.of(new ChannelRef("other", "w", id));
  }

  @Test
  void ofTwoJoinsWithOneCodeOneWins() throws Exception {
    String join = "group join " + code();

    List<String> said = atOnce(List.of(type(there, "c1", join), type(there, "c2", join)));

    assertThat(said).filteredOn(words -> words.contains("has joined")).hasSize(1);
    assertThat(said).filteredOn(words -> words.contains(BAD)).hasSize(1);
  }

  @Test
  void ofASetupAndAJoinOfOneChannelOneWins() throws Exception {
    String join = "group join " + code();

    List<String> said = atOnce(List.of(type(there, "c", join), type(there, "c", "setup exam:X-1")));

    dora.runsIn(channel("c"), "group show");
    boolean joined = dora.last().contains("Fake #general");
    assertThat(said.get(0).contains("has joined")).isEqualTo(joined);
    assertThat(said.get(0) + said.get(1))
        .containsAnyOf(
            "Somebody has just set up this channel",
            "belongs to a study group already", // the other was there before we looked
            "Nothing changed: it was so already.");
  }

  private Callable<String> type(FakePlatform chat, String channel, String line) {
    UserRef user = new UserRef(chat.platform(), "w", "dora of " + channel + line.charAt(0));
    Optional<ChannelRef> where = Optional.of(new ChannelRef(chat.platform(), "w", channel));
    Origin origin = new Origin(user, "dora", where, true);
    return () -> {
      Reply reply = world.inbox().accept(new Incoming.Typed(origin, line, Map.of()));
      return Texts.of(((Reply.Say) reply).message());
    };
  }

  @Test
  void aChannelThatLeavesGetsNothingNewButItsQuestionCanBeAnsweredAndIsClosed() {
    join();
    world.goesTo(DROP);
    dora.runs("setup channel:off")
        .sees("no longer belongs to the study group for X-1, which goes on in Fake #general");
    cleo.presses("A");
    assertThat(here.lastText()).contains("1 has answered");
    assertThat(there.lastText()).contains("1 has answered");

    goesOn(4);

    assertThat(questions(here)).hasSize(5);
    assertThat(posts(there)).hasSize(1);
    assertThat(there.lastText()).contains("Closed · 1 has answered").doesNotContain("[A]");
    assertThat(reveals(here)).hasSize(4);
    assertThat(amira.runs("leaderboard period:all").last()).contains("cleo");
    dora.runs("group show").sees("no study group");
    amira.runs("group show").sees("channels: Fake #general\n");
    dora.runs("group pause").sees("no study group");
  }

  @Test
  void whatIsPlannedForAChannelThatLeavesIsNeverSent() {
    join();
    there.locks("the bot can't see the channel");
    world.goesTo(DROP);
    assertThat(there.seenBy("dora")).contains("Nothing can be posted for X-1", "[Try now]");
    dora.runs("setup channel:off");
    there.opens();
    goesOn(2);

    assertThat(posts(there)).isEmpty();
    assertThat(there.seenBy("dora"))
        .contains("I no longer try to post in #general")
        .doesNotContain("[Try now]");
  }

  @Test
  void revealsThreadsAndBoardsThatWaitAreNotSentEither() {
    amira.runs("setup thread:on");
    join();
    world.goesTo(DROP);
    cleo.presses("A");
    there.locks("the bot can't see the channel");
    amira.runs("group post");
    goesOn(4);
    assertThat(here.texts()).anyMatch(text -> text.startsWith("The week's boards"));
    there.opens();
    dora.runs("setup channel:off");
    goesOn(1);

    assertThat(posts(there)).hasSize(1);
    assertThat(there.lastText()).contains("Closed · 1 has answered");
    assertThat(there.threads()).isEmpty();
  }

  @Test
  void aChannelThatComesBackGetsWhatItHasMissedAndNothingTwice() {
    join();
    there.locks("the bot can't see the channel");
    world.goesTo(DROP);
    dora.runs("setup channel:off");
    there.opens();
    join();
    assertThat(questions(there)).hasSize(1);

    dora.runs("setup channel:off");
    join();
    goesOn(1);

    assertThat(posts(there)).isEqualTo(posts(here));
  }

  @Test
  void aGroupKeepsItsLastChannel() {
    amira.runs("setup channel:off").sees("only channel").sees("group pause").sees("group invite");
    dora.runs("setup channel:off").sees("belongs to no study group");
    join();
    amira.runs("setup channel:off time:09:00").sees("goes with nothing else");
    amira.runs("group show").sees("time: 08:00").sees("Fake #general, Other");

    amira.runs("setup channel:off").sees("goes on in Other #general");

    dora.runs("setup channel:off").sees("only channel");
    world.goesTo(DROP);
    assertThat(here.texts()).isEmpty();
    assertThat(questions(there)).hasSize(1);
    dora.runs("setup time:09:00").sees("time: 09:00");
  }

  @Test
  void ofTwoChannelsThatLeaveAtOnceOneStays() throws Exception {
    dora.runsIn(channel("c"), "group join " + code());

    List<String> said =
        atOnce(
            List.of(
                type(here, "general", "setup channel:off"), type(there, "c", "setup channel:off")));

    assertThat(said).filteredOn(words -> words.contains("goes on in")).hasSize(1);
    assertThat(said).filteredOn(words -> words.contains("only channel")).hasSize(1);
  }

  @Test
  void whoInvitedIsToldAndCanTakeItBack() {
    join();
    assertThat(here.seenBy("amira")).contains("Other #general now belongs to the group");
    assertThat(here.seenBy("ben")).doesNotContain("now belongs");
    ActionId button = amira.idOf("Unbind that channel");
    ben.usesAlone(button).sees("Only those who are named as organisers");
    dora.runs("group show").sees("X-1");

    amira.presses("Unbind that channel").sees("goes on in Fake #general");

    amira.presses("Unbind that channel").sees("belongs to the group no more");
    dora.runs("group show").sees("no study group");
  }

  @Test
  void whoBroughtAChannelOrganisesTheGroupAsLongAsItBelongs() {
    ben = there.manager("ben");
    ben.runs("group join " + code()).sees("organisers: amira, ben");
    Person plain = there.person("ben");
    assertThat(plain).isSameAs(ben);
    amira.runs("group show").sees("organisers: amira, ben");

    dora.runs("setup organisers:@ben").sees("Changed: organisers amira, ben → amira.");
    dora.runs("setup organisers:@ben").sees("Changed: organisers amira → amira, ben.");
    dora.runs("setup organisers:@ben");
    dora.runs("setup channel:off");

    ben.runs("group join " + code()).sees("organisers: amira, ben");
    ben.runs("setup channel:off");
    amira.runs("group show").sees("organisers: amira\n");
  }

  @Test
  void whoOrganisesOnOneSideDoesSoByALinkedAccountOfTheOther() {
    join();
    amira.runs("setup organisers:@ben");
    Person same = there.person("ben of the other side");
    same.runs("group pause").sees("Only organisers");

    String code = ben.runs("link start").last().replaceAll("(?s).*link enter (\\S+).*", "$1");
    same.runs("link enter " + code).presses("Link");

    same.runs("group pause").sees("Paused").sees("organisers: amira, dora, ben");
    dora.runs("setup channel:off");
    amira.runs("group show").sees("organisers: amira, ben\n");
  }

  @Test
  void managersOfEachPlaceChangeTheGroup() {
    join();
    there.manager("eve").runs("setup time:10:00").sees("Changed: time 08:00 → 10:00.");
    there.manager("eve").runs("group pause").sees("Paused");
    amira.runs("group show").sees("time: 10:00").sees("next drop: paused");
    cleo.runs("group resume").sees("Only organisers");
  }

  @Test
  void aPlaceThatRefusesDoesNotHoldUpTheOther() {
    join();
    there.locks("the bot can't see the channel");
    world.goesTo(DROP);
    right(ben);
    assertThat(here.lastText()).contains("1 has answered");
    assertThat(posts(there)).isEmpty();
    amira.runs("group show").sees("Nothing can be posted in Other #general: the bot can't see");
    assertThat(here.seenBy("amira")).contains("[Try now] [Unbind that channel]");

    cleo.runs("today").presses(world.right(cleo.last()).get(0)).sees("Right.");
    assertThat(here.lastText()).contains("2 have answered");
    goesOn(1);
    assertThat(reveals(here)).hasSize(1);
    there.opens();
    world.passes(Duration.ofHours(2));

    assertThat(posts(there)).hasSize(2);
    assertThat(reveals(there)).isEqualTo(reveals(here));
    assertThat(questions(there).get(0)).isEqualTo(questions(here).get(1));
    cleo.runs("streak").sees("1 drop");
  }

  @Test
  void aDropThatOnePlaceDidNotGetBreaksNoStreakThere() {
    join();
    world.goesTo(DROP);
    right(ben);
    right(cleo);
    there.locks("the bot can't see the channel");
    goesOn(2);
    there.opens();
    world.passes(Duration.ofHours(2));

    cleo.runs("streak").sees("1 drop").sees("not posted in time, my fault");
    cleo.presses("A").sees("Your streak: 2 drops");
    ben.runs("streak").doesNotSee("my fault").sees("0 drops");
  }

  @Test
  void aSlowPlaceDoesNotHoldUpTheOther() {
    join();
    there.failNextBeforePosting(Duration.ofMinutes(3));
    world.goesTo(DROP);
    assertThat(questions(here)).hasSize(1);
    assertThat(questions(there)).isEmpty();

    world.passes(Duration.ofMinutes(3));
    assertThat(questions(there)).isEqualTo(questions(here));
  }

  @Test
  void nothingIsTwiceAfterARestartInTheMiddle() {
    join();
    there.failNextAfterPosting();
    world.goesTo(DROP);
    assertThat(questions(there)).hasSize(1);
    right(ben);

    world.isDownUntil("2026-03-27T12:00:00Z");
    cleo.presses("A");
    world.isDownUntil("2026-03-28T12:00:00Z");

    assertThat(Stream.of(here, there).map(ChannelFeatureTest::questions))
        .allMatch(q -> q.size() == 2);
    assertThat(posts(there)).isEqualTo(posts(here));
    assertThat(there.texts()).filteredOn(text -> text.startsWith(JOINED)).hasSize(1);
  }

  @Test
  void aQuestionInDoubtWhoseEndComesWhileWeAreDownIsClosedToo() {
    amira.runs("setup reveal:5m");
    join();
    there.failNextAfterPosting();
    world.goesTo(DROP);
    world.isDownUntil("2026-03-27T08:10:00Z");
    world.passes(Duration.ofMinutes(1));

    assertThat(here.text(0)).contains("Closed");
    assertThat(posts(there)).isEqualTo(posts(here)).hasSize(2);
  }

  @Test
  void aQuestionWhoseEndComesWhileItIsInDoubtIsClosedWhenItIsFound() {
    amira.runs("setup reveal:5m");
    join();
    there.failNextAfterPosting();
    there.hidesHistory("the bot may not read the history");
    world.goesTo(DROP);
    world.passes(Duration.ofMinutes(10));
    assertThat(here.text(0)).contains("Closed");
    there.showsHistory();
    world.passes(Duration.ofHours(1));

    assertThat(questions(there)).isEqualTo(questions(here));
    assertThat(reveals(there)).isEqualTo(reveals(here)).hasSize(1);
  }
}
