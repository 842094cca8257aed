package studycoach.feature.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import studycoach.chat.ActionId;
import studycoach.chat.Control;
import studycoach.pack.Body;
import studycoach.pack.MadeUpPack;
import studycoach.testing.Person;
import studycoach.testing.TestDatabase;
import studycoach.testing.World;

/** Orderings and matchings in practice. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class PuttingTest {
  private static final List<String> STEPS = List.of("collect", "clean", "train", "deploy");
  private static final Body ORDERING =
      new Body.Ordering(STEPS.stream().map(text -> new Body.Step(text, "why " + text)).toList());
  private static final Body MATCHING =
      new Body.Matching(
          IntStream.range(0, 3)
              .mapToObj(i -> new Body.Pair("prompt " + i, "match " + i, "why " + i))
              .toList());

  private final World world;
  private final Person ben;

  PuttingTest(TestDatabase kind) {
    world = new World(kind, "2026-03-27T07:00:00Z", MadeUpPack.ofOne("How?", ORDERING));
    ben = world.chat().person("ben");
    world.chat().manager("amira").runs("setup exam:X-1 time:09:00 zone:Europe/Berlin");
  }

  @AfterEach
  void close() {
    world.close();
  }

  private static List<String> labels(Person person) {
    return person.seen().controls().map(control -> ((Control.Button) control).label()).toList();
  }

  @Test
  void theRightOrderIsPutStepByStep() {
    ben.runs("quiz").sees("Practice · 1 of 1").sees("comes first?").doesNotSee("why");
    assertThat(labels(ben)).containsExactly("A", "B", "C", "D", "Stop");
    List<String> order = world.inOrder(ben.last());
    ben.presses(order.get(0)).sees("So far: " + order.get(0));
    Person.Stale old = ben.remembers(order.get(2));
    ben.presses(order.get(1));
    old.press();
    ben.sees("as number 3?");
    Person.Stale back = ben.remembers("Back");
    back.press();
    back.press();
    ben.sees("as number 2?");
    world.isDownUntil("2026-03-27T07:10:00Z");
    ben.runs("quiz").presses("Go on").sees("as number 2?");
    ben.presses("Clear").sees("comes first?");

    order.forEach(ben::presses);
    assertThat(labels(ben)).containsExactly("Submit", "Back", "Clear", "Stop");
    Person.Stale submit = ben.remembers("Submit");
    ben.presses("Submit").sees("Right. You chose " + String.join(", ", order)).sees("why train");
    String told = ben.last();
    submit.press();
    assertThat(ben.last()).isEqualTo(told);
    ben.presses("Result").sees("1 of 1 right.");
  }

  @Test
  void aWrongOrderIsToldPlaceByPlaceAndComesAgain() {
    ben.runs("quiz");
    List<String> order = world.inOrder(ben.last());
    List.of(1, 0, 2, 3).forEach(at -> ben.presses(order.get(at)));
    ben.presses("Submit").sees("Not this time.").sees("✗ 1").sees("✓ 3").sees("(you put ");

    ben.presses("Result").presses("Again, only the ones I missed").sees("comes first?");
  }

  @Test
  void submittingBeforeAllIsPutShowsHowFarItIs() {
    ben.runs("quiz");
    ben.presses(world.inOrder(ben.last()).get(0));
    String asked = ben.idOf("Stop").key(0);

    ben.uses(ActionId.of("practice", "submit", asked)).sees("as number 2?");
    ben.uses(ActionId.of("practice", "put", asked, 1, 9)).sees("I don't know that choice.");
    ben.uses(ActionId.of("practice", "put", asked, -1, 0)).sees("I don't know that choice.");
    ben.uses(ActionId.of("practice", "choose", asked, 0)).sees("I don't know that choice.");
  }

  @Test
  void pairsAreMatchedAfterSayingHowSureOneIs() {
    world.serve(MadeUpPack.ofOne("How?", MATCHING));
    ben.runs("settings confidence:on").runs("quiz").sees("prompt 2").sees("match 2");
    assertThat(labels(ben)).containsExactly("Sure", "Think so", "Guess", "Stop");
    ben.presses("Sure").sees("Which one belongs to 1?");
    List<String> letters =
        IntStream.range(0, 3)
            .mapToObj(i -> ben.last().replaceAll("(?s).*\\n([A-C])  match " + i + "\\n.*", "$1"))
            .toList();
    letters.forEach(ben::presses);

    ben.presses("Submit").sees("Right.").sees("you said: sure");
  }
}
