package studycoach.feature.daily;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import studycoach.markup.CommonMark;
import studycoach.pack.QuestionType;
import studycoach.testing.FakePlatform;
import studycoach.testing.Person;
import studycoach.testing.TestDatabase;
import studycoach.testing.World;

/** Threads for discussion under the reveals. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class DiscussionTest {
  private final World world;
  private final FakePlatform chat;
  private final Person amira;
  private final Person ben;
  private final Person cem;

  DiscussionTest(TestDatabase kind) {
    world = new World(kind, "2026-03-27T07:00:00Z");
    chat = world.chat();
    amira = chat.manager("amira");
    ben = chat.person("ben");
    cem = chat.person("cem");
    amira.runs("setup exam:MLS-C01 time:09:00 zone:Europe/Berlin reveal:1h");
  }

  @AfterEach
  void close() {
    world.close();
  }

  private String drop() {
    world.goesTo("2026-03-27T08:00:00Z");
    while (world.questionIn(chat.lastText()).type() != QuestionType.MULTIPLE_CHOICE) {
      amira.runs("group post");
    }
    return chat.lastText();
  }

  private List<String> discussions() {
    return chat.texts().stream().filter(text -> text.startsWith("Discuss: ")).toList();
  }

  @Test
  void withoutTheWishThereIsNone() {
    drop();
    world.goesTo("2026-03-27T10:00:00Z");

    assertThat(chat.lastText()).startsWith("The answer");
    assertThat(chat.threads()).isEmpty();
  }

  @Test
  void itOpensUnderTheRevealAndNotBefore() {
    amira.runs("setup thread:on").sees("Changed: thread off → on.");
    String drop = drop();
    world.goesTo("2026-03-27T08:59:59Z");
    assertThat(discussions()).isEmpty();

    world.goesTo("2026-03-27T10:00:00Z");

    String stem = CommonMark.read(world.questionIn(drop).stem()).plain();
    assertThat(chat.threads())
        .hasSize(discussions().size())
        .anySatisfy(
            (title, parent) -> {
              String topic = title.replace("Discuss: ", "").replace("…", "");
              assertThat(title).hasSizeLessThanOrEqualTo(90);
              assertThat(stem.replaceAll("\\s+", " ")).startsWith(topic + " ");
              assertThat(parent).startsWith("The answer").contains(stem);
            });
  }

  @Test
  void itAsksAboutTheWrongOptionThatMostChoseAndNamesNobody() {
    amira.runs("setup thread:on");
    String drop = drop();
    List<String> wrong = world.wrong(drop);
    amira.presses(wrong.get(0));
    ben.presses(wrong.get(2));
    cem.presses(wrong.get(2));
    chat.person("dana").presses(world.right(drop).get(0));
    chat.person("emil").presses(world.right(drop).get(0));
    chat.person("fay").presses(world.right(drop).get(0));
    world.goesTo("2026-03-27T10:00:00Z");

    assertThat(discussions())
        .anySatisfy(text -> assertThat(text).contains("wrong option was " + wrong.get(2) + "."))
        .allSatisfy(text -> assertThat(text).doesNotContain("amira", "ben", "cem", "dana"));
  }

  @Test
  void whereNobodyWasWrongItAsksForTheReasons() {
    amira.runs("setup thread:on");
    ben.presses(world.right(drop()).get(0));
    world.goesTo("2026-03-27T10:00:00Z");

    assertThat(discussions())
        .isNotEmpty()
        .allSatisfy(text -> assertThat(text).doesNotContain("tempting").contains("What decided"));
  }

  @Test
  void itsButtonsTellTheOwnAnswerAndTakeReports() {
    amira.runs("setup thread:on");
    ben.presses(world.right(drop()).get(0));
    world.goesTo("2026-03-27T10:00:00Z");

    cem.pressesWhere("Discuss: ", "My answer").doesNotSee("Right.");
    ben.pressesWhere("Discuss: ", "Report");
    assertThat(ben.form().title()).isNotEmpty();
  }

  @Test
  void aRestartOpensNoneTwice() {
    amira.runs("setup thread:on");
    drop();
    int drops = chat.posts().size();
    chat.takeNext();
    chat.failNextAfterPosting();
    world.isDownUntil("2026-03-27T10:00:00Z");
    world.isDownUntil("2026-03-27T10:01:00Z");

    assertThat(discussions()).hasSize(drops);
    assertThat(chat.threads()).hasSize(drops);
  }

  @Test
  void aGroupThatMayHaveNoneGoesOnWithoutThem() {
    amira.runs("setup thread:on");
    drop();
    int drops = chat.posts().size();
    for (int i = 0; i < drops; i++) {
      chat.takeNext();
      chat.refuseNext("the bot may open no threads");
    }
    world.goesTo("2026-03-28T08:00:00Z");

    assertThat(discussions()).isEmpty();
    assertThat(chat.lastText()).startsWith("Question");
    amira.runs("group show").doesNotSee("Nothing can be posted");
  }
}
