package studycoach.feature.welcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import studycoach.testing.FakePlatform;
import studycoach.testing.Person;
import studycoach.testing.TestDatabase;
import studycoach.testing.World;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class WelcomeFeatureTest {
  private static final Instant JOINED = Instant.parse("2026-03-27T07:00:00.123456Z");
  private static final String HELLO = "Hello, I am your study coach";

  private final World world;
  private final FakePlatform chat;
  private final Person amira;

  WelcomeFeatureTest(TestDatabase kind) {
    world = new World(kind, "2026-03-27T07:00:00Z");
    chat = world.chat();
    amira = chat.manager("amira");
  }

  @AfterEach
  void close() {
    world.close();
  }

  private long greetings() {
    return chat.texts().stream().filter(text -> text.contains(HELLO)).count();
  }

  @Test
  void itGreetsOnceHoweverOftenItIsTold() {
    chat.joins(JOINED);
    chat.joins(JOINED);
    world.isDownUntil("2026-03-27T08:00:00Z");
    chat.joins(JOINED);
    assertThat(greetings()).isEqualTo(1);

    chat.joins(JOINED.plusSeconds(3600));
    assertThat(greetings()).isEqualTo(2);
  }

  @Test
  void itSaysNothingWhereAGroupStudiesAlready() {
    amira.runs("setup exam:MLS-C01");
    chat.joins(JOINED);

    assertThat(greetings()).isZero();
  }

  @Test
  void itSaysNothingWhereItWasAddedLongAgo() {
    chat.joins(JOINED.minusSeconds(24 * 3600 + 1));

    assertThat(greetings()).isZero();
  }

  @Test
  void theButtonSetsUpTheChannelForWhoManagesIt() {
    chat.joins(JOINED);

    chat.person("ben").presses("Set up").sees("Only organisers");
    amira.presses("Set up").sees("Start a study group").chooses(List.of("MLS-C01"));
    amira.sees("The group has started.");

    amira.presses("Set up").sees("Choose to change something at once.");
    assertThat(chat.seenBy("ben")).doesNotContain("Start a study group");
  }

  @Test
  void aGreetingThatIsRefusedComesWithinADayOrNotAtAll() {
    chat.locks("the bot lacks a permission");
    chat.joins(JOINED);
    world.goesTo("2026-03-27T12:00:00Z");
    chat.opens();
    world.goesTo("2026-03-27T12:10:00Z");
    assertThat(greetings()).isEqualTo(1);

    chat.locks("the bot lacks a permission");
    chat.joins(JOINED.plusSeconds(6 * 3600));
    world.goesTo("2026-03-30T12:00:00Z");
    chat.opens();
    world.goesTo("2026-03-30T18:00:00Z");
    assertThat(greetings()).isEqualTo(1);
  }
}
