package studycoach.study.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DrawTest {

  @Property(tries = 200)
  void noQuestionReturnsBeforeTheOthers(
      @ForAll @IntRange(min = 1, max = 70) int questions, @ForAll long seed) {
    List<String> drawn = draws(questions, 3 * questions, new Random(seed));

    for (int at = 0; at + questions <= drawn.size(); at++) {
      assertThat(drawn.subList(at, at + questions)).doesNotHaveDuplicates();
    }
  }

  @Property(tries = 200)
  void theSameRandomDrawsTheSameWhateverTheOrder(
      @ForAll @IntRange(min = 1, max = 30) int questions, @ForAll long seed) {
    List<Candidate> candidates = new ArrayList<>(candidates(questions, Map.of()));
    Candidate first = Draw.pick(candidates, new Random(seed));
    Collections.shuffle(candidates, new Random(seed + 1));

    assertThat(Draw.pick(candidates, new Random(seed))).isEqualTo(first);
  }

  @Test
  void newQuestionsComeFirst() {
    Map<String, Instant> shown = Map.of("q00", at(1), "q02", at(2));

    for (int seed = 0; seed < 20; seed++) {
      assertThat(Draw.pick(candidates(3, shown), new Random(seed)).question()).isEqualTo("q01");
    }
  }

  @Test
  void theLongestUnseenComesNext() {
    Map<String, Instant> shown = Map.of("q00", at(3), "q01", at(2), "q02", at(1));

    assertThat(Draw.pick(candidates(3, shown), new Random(1)).question()).isEqualTo("q02");
  }

  @Test
  void amongEqualsEachIsDrawnAtTimes() {
    Map<String, Instant> shown = Map.of("q02", at(1), "q03", at(1), "q04", at(2));
    Set<String> ofNew = new TreeSet<>();
    Set<String> ofOld = new HashSet<>();
    Random random = new Random(1);
    for (int i = 0; i < 100; i++) {
      ofNew.add(Draw.pick(candidates(5, shown), random).question());
      ofOld.add(Draw.pick(candidates(5, shown).subList(2, 5), random).question());
    }

    assertThat(ofNew).containsExactly("q00", "q01");
    assertThat(ofOld).containsExactlyInAnyOrder("q02", "q03");
  }

  @Test
  void refusesToDrawFromNothing() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Draw.pick(List.of(), new Random(1)))
        .withMessageContaining("[]");
  }

  private static List<String> draws(int questions, int count, Random random) {
    Map<String, Instant> shown = new HashMap<>();
    List<String> drawn = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String question = Draw.pick(candidates(questions, shown), random).question();
      shown.put(question, at(i));
      drawn.add(question);
    }
    return drawn;
  }

  private static List<Candidate> candidates(int questions, Map<String, Instant> shown) {
    return IntStream.range(0, questions)
        .mapToObj("q%02d"::formatted)
        .map(id -> new Candidate(id, Optional.ofNullable(shown.get(id))))
        .toList();
  }

  private static Instant at(int drop) {
    return Instant.EPOCH.plusSeconds(86_400L * drop);
  }
}
