package studycoach.study.progress;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import studycoach.markup.Markup;
import studycoach.pack.Domain;
import studycoach.study.OpenQuestion;
import studycoach.study.draw.Accuracy;

/** What a learner does best next. */
public sealed interface NextStep {

  /**
   * Answer what is open.
   *
   * @param questions how many, 1 or more
   * @param until the end of the first window
   */
  record Answer(int questions, Instant until) implements NextStep {}

  /** Read up on the domain that costs most points. */
  record Strengthen(Domain domain, Accuracy accuracy) implements NextStep {

    Markup why() {
      return Markup.of("Read up on ")
          .bold(domain.name())
          .text(
              ". It costs you most so far: %d %% of the exam, and %d of your %d answers there were wrong."
                  .formatted(domain.weight(), accuracy.wrong(), accuracy.answered()));
    }
  }

  /** Collect answers: there are too few to tell. */
  record Gather(long answers) implements NextStep {}

  /** Nothing: no domain is weak. */
  record Rest() implements NextStep {}

  /**
   * An open question comes first. Then comes the domain in which the weight times the share of
   * wrong answers is largest, among those with answers enough; of equal ones the first of the
   * blueprint.
   */
  static NextStep of(List<OpenQuestion> open, Progress progress) {
    return answer(open).or(() -> strengthen(progress)).orElseGet(() -> wait(progress));
  }

  private static Optional<NextStep> answer(List<OpenQuestion> open) {
    List<Instant> ends =
        open.stream()
            .filter(question -> !question.answered())
            .map(question -> question.drop().closesAt())
            .sorted()
            .toList();
    return ends.stream().findFirst().map(first -> new Answer(ends.size(), first));
  }

  private static Optional<NextStep> strengthen(Progress progress) {
    return progress.domains().stream()
        .filter(in -> in.evidence().isEnough() && in.evidence().all().wrong() > 0)
        .min(Comparator.comparingDouble(in -> -in.domain().weight() * wrongShare(in)))
        .map(in -> new Strengthen(in.domain(), in.evidence().all()));
  }

  private static double wrongShare(Progress.InDomain in) {
    return in.evidence().all().wrongShare();
  }

  private static NextStep wait(Progress progress) {
    return progress.domains().stream().allMatch(in -> in.evidence().isEnough())
        ? new Rest()
        : new Gather(progress.answered());
  }

  /** A sentence that says what to do and why. */
  default Markup said() {
    if (this instanceof Strengthen strengthen) {
      return strengthen.why();
    }
    if (this instanceof Answer answer) {
      return Markup.of(
          answer.questions() == 1
              ? "Answer the open question."
              : "Answer the " + answer.questions() + " open questions.");
    }
    return Markup.of(
        this instanceof Gather gather
            ? "Keep answering: there are not enough answers yet (%d) to tell where you are weak."
                .formatted(gather.answers())
            : "Keep going: no domain is weak so far.");
  }
}
