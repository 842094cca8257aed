package studycoach;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import studycoach.chat.Control;
import studycoach.chat.Inbox;
import studycoach.chat.Incoming;
import studycoach.chat.Origin;
import studycoach.chat.PostKey;
import studycoach.chat.Reply;
import studycoach.chat.UserRef;
import studycoach.study.Buttons;
import studycoach.testing.TestDatabase;
import studycoach.testing.World;

/** Features don't know each other, so nothing else would tell that a button leads nowhere. */
class ButtonsTest {
  private static final int LONGEST_LABEL = 75;
  private static final Origin SOMEBODY =
      new Origin(new UserRef("fake", "w", "ben"), "ben", Optional.empty(), false);

  static Stream<Method> buttons() {
    return Stream.of(Buttons.class.getDeclaredMethods())
        .filter(method -> Modifier.isPublic(method.getModifiers()));
  }

  @Test
  void thereAreButtons() {
    assertThat(buttons()).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("buttons")
  void theBotAnswersEachOfThem(Method button) throws ReflectiveOperationException {
    Object[] keys =
        Stream.of(button.getParameterTypes())
            .map(type -> type == PostKey.class ? PostKey.of(1) : (Object) 1L)
            .toArray();
    Control.Button made = (Control.Button) button.invoke(null, keys);
    assertThat(made.label().length()).isLessThanOrEqualTo(LONGEST_LABEL);
    try (World world = new World(TestDatabase.H2, "2026-03-27T07:00:00Z")) {
      Inbox bot = world.inbox();
      Reply reply = bot.accept(new Incoming.Click(SOMEBODY, made.id(), List.of()));
      assertThat(reply.toString()).doesNotContain("from an older version", "incident");
    }
  }
}
