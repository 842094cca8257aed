package studycoach.feature.daily;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import studycoach.chat.Block;
import studycoach.chat.Message;
import studycoach.markup.Span;
import studycoach.testing.FakePlatform;
import studycoach.testing.Person;
import studycoach.testing.TestDatabase;
import studycoach.testing.World;

/** Roles that drops mention. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class MentionTest {
  private final TestDatabase database;
  private final World world;
  private final FakePlatform chat;
  private final Person amira;

  MentionTest(TestDatabase kind) {
    database = kind;
    world = new World(kind, "2026-03-27T07:00:00Z");
    chat = world.chat();
    amira = chat.manager("amira");
    amira.runs("setup exam:MLS-C01 time:09:00 zone:Europe/Berlin reveal:1h mention:@learners");
  }

  @AfterEach
  void close() {
    world.close();
  }

  private static List<Span> roles(Message message) {
    return message.blocks().stream()
        .filter(Block.Text.class::isInstance)
        .flatMap(block -> ((Block.Text) block).text().spans().stream())
        .filter(Span.Role.class::isInstance)
        .toList();
  }

  private static final Span LEARNERS = new Span.Role("fake", "w", "id of learners", "@learners");

  @Test
  void aDropCallsOnceAndWhatFollowsDoesNot() {
    amira.sees("mention: @learners");
    amira.runs("setup questions:3 thread:on");
    world.goesTo("2026-03-27T08:00:00Z");
    assertThat(chat.posts())
        .extracting(MentionTest::roles)
        .containsExactly(List.of(LEARNERS), List.of(), List.of());
    assertThat(chat.text(0)).startsWith("@learners\nQuestion 1 of 3");

    world.goesTo("2026-03-27T09:00:00Z");

    assertThat(chat.posts().subList(3, chat.posts().size()))
        .hasSize(6)
        .allSatisfy(message -> assertThat(roles(message)).isEmpty());
    assertThat(chat.text(0)).startsWith("@learners\nQuestion 1 of 3").contains("Closed");
  }

  @Test
  void theSameRoleAgainTakesItBackAndAnotherReplacesIt() {
    amira.runs("setup mention:@owls").sees("Changed: mention @learners → @owls.");
    amira.runs("group show").sees("mention: @owls");
    amira.runs("setup mention:@owls").sees("Changed: mention @owls → nobody.");
    world.goesTo("2026-03-27T08:00:00Z");

    assertThat(roles(chat.posts().get(0))).isEmpty();
  }

  @Test
  void everyoneIsNeverMentioned() {
    for (String everyone : List.of("@everyone", "@here")) {
      amira.runs("setup questions:4 mention:" + everyone).sees("I never mention everyone.");
      amira.runs("group show").sees("mention: @learners").sees("questions: 1");
    }
    amira.runs("setup mention:@nobody").sees("a role from here");
  }

  @Test
  void aGroupIsNotStartedWithEveryone() {
    World other = new World(database, "2026-03-27T07:00:00Z");
    Person cem = other.chat().manager("cem");
    cem.runs("setup exam:MLS-C01 mention:@everyone").sees("I never mention everyone.");
    cem.runs("group show").sees("no study group yet");
    other.close();
  }
}
