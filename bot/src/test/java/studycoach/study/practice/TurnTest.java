package studycoach.study.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import studycoach.pack.MadeUpPack;
import studycoach.pack.Question;
import studycoach.recall.Confidence;
import studycoach.study.progress.Answered;

class TurnTest {
  private static final List<Question> FOUR =
      MadeUpPack.of(4).packs().get(0).questions().subList(0, 4);
  private static final Instant NOON = Instant.parse("2026-03-27T12:00:00Z");

  private static Answered answered(int question, boolean correct, int minute) {
    return new Answered(
        FOUR.get(question).id(), correct, Confidence.THINK, NOON.plusSeconds(60L * minute));
  }

  /** Everything that chance lets come next. */
  private static Set<Integer> ever(List<Answered> answers) {
    Random random = new Random(7);
    return IntStream.range(0, 50)
        .mapToObj(i -> Turn.next(FOUR, answers, Optional.empty(), random).orElseThrow())
        .map(FOUR::indexOf)
        .collect(Collectors.toSet());
  }

  @Test
  void whatWasNeverAnsweredComesFirstAtRandom() {
    assertThat(ever(List.of())).containsExactlyInAnyOrder(0, 1, 2, 3);
    assertThat(ever(List.of(answered(0, false, 1), answered(3, true, 0))))
        .containsExactlyInAnyOrder(1, 2);
  }

  @Test
  void thenWhatWasMissedLastTimeAtRandom() {
    assertThat(
            ever(
                List.of(
                    answered(0, true, 0),
                    answered(1, false, 5),
                    answered(2, false, 1),
                    answered(3, true, 9),
                    answered(3, false, 8))))
        .containsExactlyInAnyOrder(1, 2);
  }

  @Test
  void thenWhatWasAnsweredLongestAgo() {
    List<Answered> answers =
        List.of(
            answered(0, true, 4), answered(1, true, 3), answered(2, true, 2), answered(3, true, 5));

    assertThat(ever(answers)).containsExactly(2);
    assertThat(ever(Stream.concat(answers.stream(), Stream.of(answered(2, true, 6))).toList()))
        .containsExactly(1);
  }

  @Test
  void whatGivesTheOneBeforeAwayWaitsUnlessNothingElseIsLeft() {
    Question first = FOUR.get(0);
    Question enemy = enemyOf(first, FOUR.get(1));
    Question other = FOUR.get(2);
    Set<Question> ever = new HashSet<>();
    Random random = new Random(7);
    for (int i = 0; i < 50; i++) {
      Turn.next(List.of(enemy, other), List.of(), Optional.of(first), random).ifPresent(ever::add);
    }

    assertThat(ever).containsExactly(other);
    assertThat(Turn.next(List.of(enemy), List.of(), Optional.of(first), new Random(1)))
        .contains(enemy);
    assertThat(Turn.next(List.of(), List.of(), Optional.of(first), new Random(1))).isEmpty();
  }

  private static Question enemyOf(Question first, Question like) {
    return new Question(
        like.id(),
        like.task(),
        like.domain(),
        like.type(),
        like.difficulty(),
        like.services(),
        like.stem(),
        like.body(),
        like.explanation(),
        like.sources(),
        like.checked(),
        like.author(),
        like.licence(),
        List.of(first.id()));
  }
}
