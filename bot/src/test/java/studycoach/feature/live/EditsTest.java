package studycoach.feature.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import studycoach.pack.Bank;
import studycoach.testing.Person;
import studycoach.testing.TestDatabase;
import studycoach.testing.World;

/** A platform takes few edits of a message. */
class EditsTest {
  private static final Duration PACE = Duration.ofSeconds(5);

  @Test
  void aLobbyAndAQuestionAreEditedAtMostOnceInFiveSeconds() {
    Bank bank = Bank.load(World.questionsFolder());
    try (World world = new World(TestDatabase.H2, "2026-03-27T10:00:00Z", bank, PACE)) {
      world.chat().manager("amira").runs("setup exam:MLS-C01 time:09:00 zone:UTC");
      List<Person> people =
          IntStream.range(0, 30).mapToObj(i -> world.chat().person("person" + i)).toList();
      people.get(0).runs("live start count:3 seconds:60");
      List<Integer> edits = new ArrayList<>();
      for (int second = 0; second < 80; second++) {
        if (second < 30) {
          people.get(second).presses("Join");
        } else {
          people.get(second % 20).answers(world.right(question(world)));
        }
        int before = world.chat().edits();
        world.passes(Duration.ofSeconds(1));
        edits.add(world.chat().edits() - before);
      }

      // At the end of the lobby both may be due.
      IntStream.range(0, edits.size() - 5)
          .forEach(
              from ->
                  assertThat(edits.subList(from, from + 5).stream().mapToInt(n -> n).sum())
                      .isLessThanOrEqualTo(2));
      assertThat(edits.stream().mapToInt(n -> n).sum()).isBetween(14, 17);
      assertThat(question(world)).contains("20 have answered");
    }
  }

  private static String question(World world) {
    return world.chat().texts().stream()
        .filter(text -> text.startsWith("Live question"))
        .reduce((earlier, later) -> later)
        .orElseThrow();
  }
}
