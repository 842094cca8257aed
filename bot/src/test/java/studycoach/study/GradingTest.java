package studycoach.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static studycoach.study.Questions.choice;
import static studycoach.study.Questions.matching;
import static studycoach.study.Questions.ordering;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studycoach.pack.Question;

class GradingTest {

  @Property(tries = 200)
  void choosingExactlyTheKeysIsRight(@ForAll("keys") Set<Integer> keys) {
    Question question = choice(6, keys);

    assertThat(Grading.picks(question)).isEqualTo(keys.size());
    assertThat(Grading.isRight(question, new Answer(List.copyOf(keys)))).isTrue();
  }

  @Property(tries = 500)
  void choosingOtherOptionsIsWrong(
      @ForAll("keys") Set<Integer> keys, @ForAll("keys") Set<Integer> chosen) {
    Assume.that(keys.size() == chosen.size() && !keys.equals(chosen));

    assertThat(Grading.isRight(choice(6, keys), new Answer(List.copyOf(chosen)))).isFalse();
  }

  @Property(tries = 100)
  void tickingEverythingIsNeverRight(@ForAll("keys") Set<Integer> keys) {
    refuses(choice(6, keys), 0, 1, 2, 3, 4, 5);
  }

  @Property(tries = 100)
  void theStepsInTheirOrderAreRight(@ForAll @IntRange(min = 3, max = 5) int steps) {
    Question question = ordering(steps);

    assertThat(Grading.picks(question)).isEqualTo(steps);
    assertThat(Grading.isRight(question, new Answer(upTo(steps)))).isTrue();
  }

  @Property(tries = 200)
  void theStepsInAnyOtherOrderAreWrong(@ForAll("shuffled") List<Integer> order) {
    Assume.that(!order.equals(upTo(order.size())));

    assertThat(Grading.isRight(ordering(order.size()), new Answer(order))).isFalse();
  }

  @Property(tries = 500)
  void aMatchingIsRightWhenEachPromptHasTheTextOfItsMatch(
      @ForAll("matches") List<String> matches, @ForAll("picks") List<Integer> sevenPicks) {
    List<Integer> picks =
        sevenPicks.stream().limit(matches.size()).map(p -> p % matches.size()).toList();
    List<String> given = picks.stream().map(matches::get).toList();

    assertThat(Grading.isRight(matching(matches), new Answer(picks)))
        .isEqualTo(given.equals(matches));
  }

  @Property(tries = 300)
  void oneWrongMatchSpoilsTheMatching(
      @ForAll("matches") List<String> matches,
      @ForAll @IntRange(max = 6) int prompt,
      @ForAll @IntRange(max = 6) int pick) {
    Assume.that(prompt < matches.size() && pick < matches.size());
    Assume.that(!matches.get(prompt).equals(matches.get(pick)));
    List<Integer> picks = new ArrayList<>(upTo(matches.size()));

    assertThat(Grading.isRight(matching(matches), new Answer(picks))).isTrue();
    picks.set(prompt, pick);
    assertThat(Grading.isRight(matching(matches), new Answer(picks))).isFalse();
  }

  @Test
  void promptsWithTheSameMatchMaySwapIt() {
    Question question = matching(List.of("batch", "stream", "batch"));

    assertThat(Grading.isRight(question, new Answer(List.of(2, 1, 0)))).isTrue();
    assertThat(Grading.isRight(question, new Answer(List.of(0, 1, 0)))).isTrue();
    assertThat(Grading.isRight(question, new Answer(List.of(1, 1, 0)))).isFalse();
  }

  @Test
  void refusesTooManyTooFewAndTheSameTwice() {
    Question two = choice(5, Set.of(1, 3));
    refuses(two);
    refuses(two, 1);
    refuses(two, 1, 2, 3);
    refuses(two, 1, 1);
    refuses(choice(4, Set.of(0)), 0, 1);
    refuses(ordering(3), 0, 1);
    refuses(ordering(3), 0, 1, 1);
    refuses(matching(List.of("a", "b", "c")), 0, 1, 2, 2);
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4, 99})
  void refusesPositionsThatTheQuestionLacks(int pick) {
    refuses(ordering(3), 0, 1, pick);
    refuses(matching(List.of("a", "b", "c")), 0, 1, pick);
    refuses(choice(3, Set.of(0)), pick);
    refuses(choice(3, Set.of(0, 1)), 0, pick);
  }

  @Provide
  Arbitrary<Set<Integer>> keys() {
    return Arbitraries.integers().between(0, 5).set().ofMinSize(1).ofMaxSize(3);
  }

  @Provide
  Arbitrary<List<Integer>> shuffled() {
    return Arbitraries.integers().between(3, 5).flatMap(n -> Arbitraries.shuffle(upTo(n)));
  }

  @Provide
  Arbitrary<List<String>> matches() {
    return Arbitraries.of("a", "b", "c", "d").list().ofMinSize(3).ofMaxSize(7);
  }

  @Provide
  Arbitrary<List<Integer>> picks() {
    return Arbitraries.integers().between(0, 6).list().ofSize(7);
  }

  private static List<Integer> upTo(int size) {
    return IntStream.range(0, size).boxed().toList();
  }

  private static void refuses(Question question, Integer... picks) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Grading.isRight(question, new Answer(List.of(picks))))
        .withMessageContaining(List.of(picks).toString());
  }
}
