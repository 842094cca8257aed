package studycoach.study.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import studycoach.pack.Difficulty;
import studycoach.study.Drop;
import studycoach.study.DropQuestion;
import studycoach.study.OpenQuestion;
import studycoach.study.board.Worth;
import studycoach.study.draw.Accuracy;

class NextStepTest {
  private static final Instant NOON = Instant.parse("2026-03-27T12:00:00Z");

  private static OpenQuestion open(Instant closes, boolean answered) {
    return new OpenQuestion(
        new Drop(1, 1, Optional.empty(), closes.minusSeconds(60), closes, false, Drop.State.OPEN),
        new DropQuestion(1, 1, 1, 1, "q", "v", "data", List.of(0, 1), Worth.of(Difficulty.EASY)),
        answered);
  }

  private static Progress.InDomain domain(String id, int weight, long right, long answered) {
    return Exams.domain(id, "Domain " + id, weight, 1, new Accuracy(right, answered));
  }

  @Property
  void anOpenQuestionComesFirst(@ForAll("progress") Progress progress) {
    assertThat(
            NextStep.of(
                List.of(open(NOON.plusSeconds(9), false), open(NOON, true), open(NOON, false)),
                progress))
        .isEqualTo(new NextStep.Answer(2, NOON));
  }

  @Property
  void elseNoDomainWithAnswersEnoughCostsMoreThanTheOneNamed(
      @ForAll("progress") Progress progress) {
    NextStep next = NextStep.of(List.of(open(NOON, true)), progress);

    if (next instanceof NextStep.Strengthen weak) {
      double cost = weak.domain().weight() * weak.accuracy().wrongShare();
      assertThat(weak.accuracy().answered()).isGreaterThanOrEqualTo(5);
      assertThat(progress.domains())
          .filteredOn(in -> in.evidence().all().answered() >= 5)
          .allMatch(in -> in.domain().weight() * in.evidence().all().wrongShare() <= cost + 1e-12);
    } else {
      assertThat(progress.domains())
          .noneMatch(in -> in.evidence().all().answered() >= 5 && in.evidence().all().wrong() > 0);
    }
  }

  @Test
  void weightAndWeaknessBothCount() {
    Progress progress =
        Exams.progress(
            List.of(domain("a", 20, 0, 10), domain("b", 60, 5, 10), domain("c", 20, 0, 4)));

    NextStep next = NextStep.of(List.of(), progress);

    assertThat(next.said().plain())
        .isEqualTo(
            "Read up on Domain b. It costs you most so far: 60 % of the exam, and 5 of your 10"
                + " answers there were wrong.");
  }

  @Test
  void tooFewAnswersAreSaidSo() {
    Progress progress = Exams.progress(List.of(domain("a", 50, 0, 4), domain("b", 50, 6, 6)));

    assertThat(NextStep.of(List.of(), progress)).isEqualTo(new NextStep.Gather(10));
  }

  @Test
  void whoIsNowhereWrongMayRest() {
    Progress progress = Exams.progress(List.of(domain("a", 50, 5, 5), domain("b", 50, 6, 6)));

    assertThat(NextStep.of(List.of(), progress)).isEqualTo(new NextStep.Rest());
  }

  @Provide
  Arbitrary<Progress> progress() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 97),
            Arbitraries.integers().between(0, 20),
            Arbitraries.integers().between(0, 20))
        .as((weight, answered, any) -> domain("d" + weight, weight, any % (answered + 1), answered))
        .list()
        .ofMinSize(1)
        .ofMaxSize(6)
        .map(Exams::progress);
  }
}
