package studycoach.study.progress;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import studycoach.pack.Domain;
import studycoach.pack.Exam;
import studycoach.pack.ExamStatus;
import studycoach.pack.Pack;
import studycoach.pack.Question;
import studycoach.pack.Task;
import studycoach.recall.Confidence;
import studycoach.study.draw.Accuracy;

/** Exams and progress towards them, made up. */
public final class Exams {
  private static final Accuracy NONE = new Accuracy(0, 0);

  private Exams() {}

  /** A domain with some tasks of the same long title, and the same accuracy in each. */
  public static Progress.InDomain domain(
      String id, String name, int weight, int tasks, Accuracy accuracy) {
    Evidence evidence = new Evidence(accuracy, List.of(accuracy, NONE, NONE, accuracy));
    List<Task> all =
        IntStream.range(0, tasks).mapToObj(at -> new Task(id + "." + at, name)).toList();
    return new Progress.InDomain(
        new Domain(id, name, weight, all),
        evidence,
        all.stream().map(task -> new Progress.InTask(task, evidence)).toList());
  }

  /**
   * Progress of somebody who has given so many answers to a pack's questions, at most nine a day
   * and the last of them now, better in some tasks than in others.
   */
  public static Progress progress(Pack pack, int answers, Instant now) {
    Random random = new Random(answers);
    List<Answered> given = new ArrayList<>();
    Instant at = now;
    while (given.size() < answers) {
      for (int left = random.nextInt(10); left > 0 && given.size() < answers; left--) {
        Question question = pack.questions().get(random.nextInt(pack.questions().size()));
        double ability = 0.35 + (question.task().hashCode() & 7) / 12.0;
        given.add(new Answered(question.id(), random.nextDouble() < ability, Confidence.THINK, at));
      }
      at = at.minus(Duration.ofHours(20));
    }
    return Progress.of(pack, given, now);
  }

  public static Progress progress(List<Progress.InDomain> domains) {
    return progress(domains, List.of(), Instant.EPOCH);
  }

  /** Progress at a moment, that rests on answers of these. */
  public static Progress progress(
      List<Progress.InDomain> domains, List<Instant> moments, Instant now) {
    return new Progress(
        new Exam(
            "X-1",
            "Exam X",
            ExamStatus.OPEN,
            Optional.empty(),
            List.of(),
            Optional.empty(),
            65,
            50,
            15,
            130,
            700,
            Set.of(),
            100,
            List.of(),
            3,
            List.of(),
            "CC0",
            "https://example.org",
            domains.stream().map(Progress.InDomain::domain).toList()),
        domains,
        moments,
        now);
  }
}
