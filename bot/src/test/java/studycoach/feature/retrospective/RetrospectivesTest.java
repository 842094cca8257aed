package studycoach.feature.retrospective;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import studycoach.markup.CommonMark;
import studycoach.pack.Question;
import studycoach.pack.QuestionType;
import studycoach.testing.FakePlatform;
import studycoach.testing.Person;
import studycoach.testing.TestDatabase;
import studycoach.testing.World;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class RetrospectivesTest {
  private final World world;
  private final FakePlatform chat;
  private final Person amira;
  private final Person ben;
  private final Person cleo;

  /** On a Friday; the boards come on Mondays at 12:00, Berlin. */
  RetrospectivesTest(TestDatabase kind) {
    world = new World(kind, "2026-03-27T07:00:00Z");
    chat = world.chat();
    amira = chat.manager("amira");
    ben = chat.person("ben");
    cleo = chat.person("cleo");
    amira.runs("setup exam:MLS-C01 time:09:00 zone:Europe/Berlin thread:on");
  }

  @AfterEach
  void close() {
    world.close();
  }

  /** A multiple choice, open now. */
  private String ask() {
    amira.runs("group post");
    while (world.questionIn(chat.lastText()).type() != QuestionType.MULTIPLE_CHOICE) {
      amira.runs("group post");
    }
    return chat.lastText();
  }

  private void right(String post, Person... people) {
    for (Person person : people) {
      person.presses(world.right(post).get(0));
    }
  }

  private void wrong(String post, Person... people) {
    for (Person person : people) {
      person.presses(world.wrong(post).get(0));
    }
  }

  private static String stem(Question question) {
    return CommonMark.read(question.stem()).plain();
  }

  private List<String> looks() {
    return chat.texts().stream().filter(text -> text.startsWith("Looking back")).toList();
  }

  @Test
  void aWeekIsLookedBackOnOnceWithItsBoards() {
    String hard = ask();
    right(hard, amira);
    wrong(hard, ben, cleo);
    right(ask(), amira, ben, cleo);

    world.goesTo("2026-03-30T09:59:59Z");
    assertThat(looks()).isEmpty();
    world.goesTo("2026-03-30T10:00:00Z");
    world.isDownUntil("2026-03-30T10:05:00Z");

    assertThat(looks()).hasSize(1);
    Question question = world.questionIn(hard);
    assertThat(looks().get(0))
        .startsWith("Looking back · 23 Mar – 29 Mar 2026\n6 answers by 3 people, 67 % right.\n")
        .contains("Hardest question: 1 of 3 right. There is a thread for it below.")
        .contains(stem(question), "Most tempting mistake: ", ", chosen by 2 of 3 where this is")
        .contains("Focus of the next week: ", " % of the exam, ", "Practise it with: quiz \"")
        .contains("[Progress]", "[Leaderboard]")
        .doesNotContain("Welcome back", "The week before");
    assertThat(order("The week's boards")).isLessThan(order("Looking back"));
    assertThat(chat.threads().values()).anyMatch(parent -> parent.startsWith("Looking back"));
    assertThat(chat.texts())
        .filteredOn(text -> text.startsWith("The week's hardest question"))
        .singleElement()
        .asString()
        .contains(stem(question), "✓", "Source: ", "[My answer]", "[Report]");
    ben.presses("My answer").sees("You chose");
    cleo.presses("Progress").sees("Your progress");
  }

  @Test
  void theOptionThatMostPeopleTookForRightIsNamedThoughAnotherQuestionWasFailedMoreOften() {
    Person dora = chat.person("dora");
    String failed = ask();
    wrong(failed, ben, cleo);
    amira.presses(world.wrong(failed).get(1));
    dora.presses(world.wrong(failed).get(1));
    String tempting = ask();
    wrong(tempting, ben, cleo, dora);
    right(tempting, amira);
    world.goesTo("2026-03-30T10:00:00Z");

    assertThat(looks().get(0))
        .contains("Hardest question: 0 of 4 right")
        .contains(", chosen by 3 of 4 where this is right: ");
  }

  private int order(String start) {
    List<String> starts = new ArrayList<>(chat.texts());
    starts.replaceAll(text -> text.startsWith(start) ? start : "");
    return starts.indexOf(start);
  }

  @Test
  void theWeekBeforeIsComparedAndWhoWasAwayIsWelcomed() {
    Person dora = chat.person("dora");
    Person yevgeniya = chat.person("yevgeniya");
    yevgeniya.runs("settings board:off");
    right(ask(), dora, yevgeniya);
    world.goesTo("2026-04-15T10:00:00Z");
    right(ask(), ben);
    world.goesTo("2026-04-21T10:00:00Z");
    String post = ask();
    right(post, ben, dora, yevgeniya);
    wrong(post, cleo);
    world.goesTo("2026-04-27T10:00:00Z");

    assertThat(looks()).hasSize(3);
    assertThat(looks().get(2))
        .contains("4 answers by 4 people, 75 % right. The week before: 1 answer, 100 %.")
        .contains("Welcome back: dora after 3 weeks.")
        .doesNotContain("yevgeniya", "Most tempting mistake");
  }

  @Test
  void whatIsStillOpenIsNotTold() {
    amira.runs("setup board:\"sun 10:00\"");
    right(ask(), ben);
    world.goesTo("2026-03-29T07:30:00Z");
    String open = chat.lastText();
    wrong(ask(), ben, cleo, amira);

    world.goesTo("2026-03-29T08:00:00Z");

    assertThat(looks()).hasSize(1);
    assertThat(looks().get(0))
        .contains("1 answer by 1 person, 100 % right.")
        .doesNotContain("Hardest question", stem(world.questionIn(open)));
    assertThat(chat.threads().values()).noneMatch(parent -> parent.startsWith("Looking back"));
  }

  @Test
  void aGroupWithoutThreadsGetsNone() {
    amira.runs("setup thread:off");
    wrong(ask(), amira, ben, cleo);
    world.goesTo("2026-03-30T10:00:00Z");

    assertThat(looks()).hasSize(1);
    assertThat(looks().get(0)).contains("0 of 3 right").doesNotContain("thread");
    assertThat(chat.threads()).isEmpty();
  }

  @Test
  void aWeekInWhichNobodyAnsweredIsNotLookedBackOn() {
    world.goesTo("2026-04-27T10:00:00Z");

    assertThat(looks()).isEmpty();
  }
}
