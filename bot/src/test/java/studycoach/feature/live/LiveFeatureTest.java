package studycoach.feature.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import studycoach.chat.ActionId;
import studycoach.chat.Message;
import studycoach.pack.Body;
import studycoach.pack.Question;
import studycoach.study.board.Tallies;
import studycoach.testing.FakePlatform;
import studycoach.testing.Person;
import studycoach.testing.TestDatabase;
import studycoach.testing.Texts;
import studycoach.testing.World;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class LiveFeatureTest {
  private final World world;
  private final FakePlatform chat;
  private final Person amira;
  private final Person ben;
  private final Person cleo;

  /** On a Friday, two hours after the time of the drop; amira is the organiser. */
  LiveFeatureTest(TestDatabase kind) {
    world = new World(kind, "2026-03-27T10:00:00Z");
    chat = world.chat();
    amira = chat.manager("amira");
    ben = chat.person("ben");
    cleo = chat.person("cleo");
    amira.runs("setup exam:MLS-C01 time:09:00 zone:Europe/Berlin").sees("next drop");
  }

  @AfterEach
  void close() {
    assertThat(new Tallies(world.database().jdbi()).differences()).isEmpty();
    world.close();
  }

  private void passes(int seconds) {
    world.passes(Duration.ofSeconds(seconds));
  }

  /** The latest question as the channel shows it. */
  private String question() {
    return last("Live question");
  }

  private String last(String start) {
    return posts(start).reduce((earlier, later) -> later).orElseThrow();
  }

  private Stream<String> posts(String start) {
    return chat.texts().stream().filter(text -> text.startsWith(start));
  }

  private String board() {
    return last("The live quiz is over");
  }

  private Person right(Person who) {
    return who.answers(world.right(question()));
  }

  private Person wrong(Person who) {
    return who.answers(world.wrongly(question()));
  }

  private void everybodyJoins(Person... players) {
    for (Person player : players) {
      player.presses("Join").sees("You are in.");
    }
  }

  /** Ben's quiz, begun. */
  private void plays(String line, Person... players) {
    ben.runs("live start " + line).sees("The live quiz starts");
    everybodyJoins(players);
    ben.presses("Start now");
  }

  private long count(String sql) {
    return world.database().jdbi().withHandle(h -> h.createQuery(sql).mapTo(Long.class).one());
  }

  private long worth() {
    return switch (world.questionIn(question()).difficulty()) {
      case EASY -> 10;
      case MEDIUM -> 15;
      case HARD -> 20;
    };
  }

  @Test
  void threePeoplePlayToTheBoard() {
    ben.runs("live start count:3 seconds:20").sees("Press Join");
    assertThat(chat.lastText()).contains("3 questions", "Started by ben", "Nobody has joined yet");
    everybodyJoins(amira, ben, cleo);
    cleo.presses("Join").sees("already");
    assertThat(chat.lastText()).contains("3 joined: amira, ben, cleo");
    passes(30);
    assertThat(posts("Live quiz").findFirst().orElseThrow()).contains("Running");

    long points = 0;
    for (int place = 1; place <= 3; place++) {
      assertThat(question()).contains("Live question " + place + " of 3", "0 have answered");
      points += worth();
      passes(2);
      right(amira).sees("Noted: ").sees("until all have answered");
      passes(2);
      right(ben);
      wrong(cleo);
      assertThat(question()).contains("3 have answered");
      passes(1);
      assertThat(question()).contains("Time is up");
      assertThat(chat.lastText())
          .contains(" is right", "2 of 3 right", "Source: ", "1. amira · " + 118 * place)
          .contains("2. ben · " + 116 * place)
          .contains("3. cleo · 0 · 0 of " + place + " right");
      passes(8);
    }

    assertThat(board())
        .contains("1. amira · 354 · 3 of 3 right\n2. ben · 348 · 3 of 3 right\n3. cleo · 0")
        .contains("gave the group's points.");
    amira.presses("My result").sees("number 1").sees(points + " points in the group");
    cleo.presses("My result").sees("number 3").doesNotSee("in the group");
    cleo.presses("My answer").sees("and that is wrong");
    amira.runs("leaderboard").sees("1. you · " + points + " points · 100 % of 3\n");
    amira.sees("3. cleo · 0 points · 0 % of 3");
    amira.runs("points").sees("+");
    ben.runs("live stop").sees("no live quiz");
  }

  @Test
  void twoPlayersGetNoPointsOfTheGroup() {
    plays("count:3", amira, ben);
    right(amira);
    right(ben);
    assertThat(question()).contains("for fun");
    passes(13);

    assertThat(count("SELECT COUNT(*) FROM attempt")).isEqualTo(2);
    assertThat(count("SELECT COUNT(*) FROM point_grant")).isZero();
    amira.runs("leaderboard").sees("Nobody is on this board yet");
    amira.runs("live stop").sees("stopped");
    assertThat(board()).contains("1. amira", "1. ben", "fewer than 3 played");
  }

  @Test
  void whoJoinsByAnsweringMakesTheNextQuestionCount() {
    plays("count:3 seconds:10", amira, ben);
    right(cleo).sees("Noted");
    assertThat(question()).contains("for fun");
    passes(18);
    assertThat(question()).contains("2 of 3").doesNotContain("for fun");
    right(cleo);
    passes(18);
    ben.runs("live stop");

    assertThat(board()).contains("in 2 of 3 questions", "1. cleo");
    assertThat(count("SELECT COUNT(*) FROM point_grant")).isEqualTo(1);
    cleo.runs("leaderboard").sees("1. you").sees("100 % of 1");
  }

  @Test
  void theLastChoiceBeforeTheEndCounts() {
    plays("count:3 seconds:10", amira, ben, cleo);
    right(amira);
    wrong(ben);
    passes(4);
    wrong(amira);
    right(ben);
    assertThat(question()).contains("2 have answered");
    passes(6);

    assertThat(last(world.right(question()).get(0))).contains("1 of 2 right", "1. ben · 112");
  }

  @Test
  void onlyTheHostOrAnOrganiserStopsIt() {
    plays("count:5", ben, cleo, amira);
    right(ben);
    wrong(cleo);
    cleo.runs("live stop").sees("Only who started");
    assertThat(posts("The live quiz is over")).isEmpty();

    ben.runs("live stop").sees("stopped");
    assertThat(board()).contains("stopped after question 1 of 5", "1. ben", "2. cleo");
    assertThat(chat.texts()).anyMatch(text -> text.contains("1 of 2 right"));
    long posts = chat.texts().size();
    passes(120);
    assertThat(chat.texts()).hasSize((int) posts);

    ben.runs("live start").sees("The live quiz starts");
    cleo.presses("Start now").sees("Only who started");
    ben.presses("Start now").sees("Nobody has joined");
    amira.runs("live stop").sees("stopped");
    cleo.runs("live stop").sees("no live quiz");
  }

  @Test
  void aLobbyWithoutPlayersEndsTheQuiz() {
    ben.runs("live start");
    ben.runs("live start").sees("One at a time");
    Person.Stale join = ben.remembers("Join");
    passes(29);
    assertThat(chat.lastText()).contains("Starts ");
    passes(1);

    assertThat(chat.posts()).hasSize(1);
    assertThat(chat.posts().get(0).controls()).isEmpty();
    assertThat(chat.lastText()).contains("Nobody joined");
    join.press();
    ben.sees("This live quiz is over.");
    ben.runs("live start").sees("The live quiz starts");
  }

  @Test
  void aQuizThatNobodyAnswersIsGivenUp() {
    plays("count:5 seconds:10", ben, cleo);
    right(ben);
    passes(18);
    passes(18);
    assertThat(posts("The live quiz is over")).isEmpty();
    passes(18);

    assertThat(board()).contains("ended after question 3 of 5", "last two", "1. ben");
    assertThat(posts("Live question")).hasSize(3);
  }

  @Test
  void aRestartGoesOnWhereItWas() {
    plays("count:3 seconds:30", amira, ben, cleo);
    passes(2);
    right(amira);
    String asked = question();
    world.isDownUntil("2026-03-27T10:00:10Z");
    assertThat(question()).isEqualTo(asked);
    right(ben);

    world.isDownUntil("2026-03-27T10:05:00Z");
    assertThat(question()).contains("Time is up", "2 have answered");
    assertThat(posts("Live question")).hasSize(1);
    assertThat(count("SELECT COUNT(*) FROM point_grant")).isEqualTo(2);
    passes(8);
    assertThat(question()).contains("2 of 3");
    right(cleo);
    world.isDownUntil("2026-03-27T12:00:00Z");
    passes(8);
    right(ben);
    passes(38);
    assertThat(board()).contains("1. ben", "2. cleo", "3. amira");
  }

  @Test
  void aLobbyAndAPauseOutliveARestart() {
    ben.runs("live start count:3 seconds:10");
    everybodyJoins(amira, ben, cleo);
    world.isDownUntil("2026-03-27T10:01:00Z");
    assertThat(question()).contains("1 of 3");
    passes(10);
    world.isDownUntil("2026-03-27T10:02:00Z");
    assertThat(question()).contains("2 of 3");
  }

  @Test
  void aGameWhoseJobWasLostIsLedOnAtTheStart() {
    plays("count:3 seconds:10", amira, ben, cleo);
    right(amira);
    world
        .database()
        .jdbi()
        .useHandle(handle -> handle.execute("DELETE FROM scheduled_tasks WHERE task_name='live'"));
    passes(60);
    assertThat(question()).contains("Time until");

    world.isDownUntil("2026-03-27T10:05:00Z");
    assertThat(question()).contains("Time is up", "1 has answered");
  }

  @Test
  void itIsNoDropOfTheDay() {
    amira.runs("group post");
    amira.runs("today");
    String drop = last("Extra question");
    plays("count:3", amira, ben, cleo);
    right(amira);
    right(ben);
    amira.runs("today").doesNotSee(world.questionIn(question()).stem().substring(0, 20));
    ben.runs("streak").sees("no streak yet");
    passes(60);
    ben.runs("live stop");
    world.goesTo("2026-03-28T09:00:00Z");

    assertThat(world.questionIn(drop).id()).isNotEqualTo(world.questionIn(question()).id());
    assertThat(posts("The answer")).hasSize(1);
    amira.runs("leaderboard").sees("1. ");
  }

  @Test
  void theBoardsTiesShareARankAndWhoIsOffItIsNotNamed() {
    Person dora = chat.person("dora");
    Person eve = chat.person("yevgeniya");
    eve.runs("settings board:off");
    plays("count:3 seconds:20", amira, ben, cleo, dora, eve);
    assertThat(posts("Live quiz").findFirst().orElseThrow())
        .contains("5 joined: amira, ben, cleo, dora and 1 more")
        .doesNotContain("yevgeniya");
    passes(1);
    right(eve);
    passes(1);
    right(amira);
    passes(1);
    right(ben);
    right(cleo);
    wrong(dora);
    passes(2);

    assertThat(chat.lastText())
        .contains("1. amira · 118", "2. ben · 117", "2. cleo · 117", "4. dora · 0")
        .doesNotContain("yevgeniya");
    ben.runs("live stop");
    eve.presses("My result").sees("number 1: 119");
  }

  @Test
  void nothingInAnOpenPostTellsTheKeyOrAChoice() {
    plays("count:20 seconds:10", amira, ben, cleo);
    for (int place = 1; place <= 20; place++) {
      Message post = chat.posts().get(chat.posts().size() - 1);
      Question question = world.questionIn(question());
      Body.Choices choices = (Body.Choices) question.body();
      right(amira);
      assertThat(question()).contains("1 has answered");
      assertThat(post.toString())
          .doesNotContain(question.explanation().strip(), question.id(), "✓")
          .doesNotContain(choices.options().stream().map(Body.Option::why).toList());
      List<ActionId> ids = post.controls().flatMap(control -> control.action().stream()).toList();
      assertThat(ids.stream().map(id -> id.encode().replaceFirst(":\\d$", "")).distinct())
          .hasSize(1);
      amira.uses(ActionId.of("live", "mine", ids.get(0).key(0), "x")).sees("is not up yet");
      passes(18);
      assertThat(chat.posts().stream().filter(one -> Texts.of(one).startsWith("Live question")))
          .hasSizeGreaterThanOrEqualTo(place)
          .filteredOn(one -> one.controls().findAny().isPresent())
          .hasSize(place == 20 ? 0 : 1);
    }
    assertThat(board()).contains("1. amira · 2400 · 20 of 20 right");
    assertThat(posts("Live question").map(text -> world.questionIn(text).id()).distinct())
        .hasSize(20);
  }

  @Test
  void oneDomainIsAsked() {
    plays("\"Data Engineering\" count:5 seconds:10", amira, ben, cleo);
    assertThat(posts("Live quiz").findFirst().orElseThrow()).contains("Data Engineering");
    for (int place = 1; place <= 5; place++) {
      assertThat(question()).contains("Data Engineering");
      right(ben);
      passes(18);
    }
    ben.runs("live start domain:knitting").sees("I don't know that domain");
    ben.runsAlone("live start").sees("channel");
  }

  @Test
  void aPostThatIsRefusedCostsNobodyAnything() {
    plays("count:3 seconds:10", amira, ben, cleo);
    right(ben);
    chat.locks("no permission");
    passes(10);
    passes(8);
    chat.opens();
    passes(200);

    assertThat(count("SELECT COUNT(*) FROM point_grant")).isEqualTo(1);
    assertThat(count("SELECT COUNT(*) FROM live_game WHERE running")).isZero();
    assertThat(count("SELECT COUNT(*) FROM group_drop WHERE state = 'failed'")).isEqualTo(2);
    ben.runs("live start").sees("starts");
  }

  @Test
  void fiftyPeoplePlayWithFewEdits() {
    List<Person> people = IntStream.range(0, 50).mapToObj(i -> chat.person("person" + i)).toList();
    ben.runs("live start count:3 seconds:20");
    people.forEach(this::everybodyJoins);
    assertThat(chat.lastText()).contains("50 joined", "and 30 more");
    passes(30);
    for (int place = 1; place <= 3; place++) {
      for (Person person : people) {
        if (people.indexOf(person) % 3 == 0) {
          wrong(person);
        } else {
          right(person);
        }
      }
      passes(5);
      assertThat(chat.lastText()).contains("33 of 50 right");
      passes(8);
    }
    assertThat(board()).contains("and 40 more", "1. person1 · 360");
    assertThat(count("SELECT COUNT(*) FROM attempt")).isEqualTo(150);
  }
}
