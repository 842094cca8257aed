package studycoach.study.progress;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import studycoach.pack.Domain;
import studycoach.pack.Exam;
import studycoach.pack.ExamStatus;
import studycoach.pack.Task;
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

  public static Progress progress(List<Progress.InDomain> domains) {
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
        domains);
  }
}
