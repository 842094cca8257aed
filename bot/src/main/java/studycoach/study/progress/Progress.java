package studycoach.study.progress;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import studycoach.pack.Domain;
import studycoach.pack.Exam;
import studycoach.pack.Pack;
import studycoach.pack.Question;
import studycoach.pack.Task;

/**
 * How a learner does in an exam.
 *
 * @param domains in the blueprint's order
 */
public record Progress(Exam exam, List<InDomain> domains) {
  public Progress {
    domains = List.copyOf(domains);
  }

  /**
   * How a learner does in a domain.
   *
   * @param tasks in the blueprint's order
   */
  public record InDomain(Domain domain, Evidence evidence, List<InTask> tasks) {
    public InDomain {
      tasks = List.copyOf(tasks);
    }
  }

  /** How a learner does in a task statement. */
  public record InTask(Task task, Evidence evidence) {}

  /**
   * Sorts answers by what their questions test, as the pack says today.
   *
   * @param answers of one learner; those to questions that are not in the pack don't count
   */
  static Progress of(Pack pack, List<Answered> answers, Instant now) {
    Map<String, String> tasks =
        pack.questions().stream().collect(Collectors.toMap(Question::id, Question::task));
    Map<String, List<Answered>> byTask =
        answers.stream()
            .filter(answer -> tasks.containsKey(answer.question()))
            .collect(Collectors.groupingBy(answer -> tasks.getOrDefault(answer.question(), "")));
    return new Progress(
        pack.exam(),
        pack.exam().domains().stream().map(domain -> in(domain, byTask, now)).toList());
  }

  private static InDomain in(Domain domain, Map<String, List<Answered>> byTask, Instant now) {
    List<Answered> all =
        domain.tasks().stream().flatMap(task -> in(task, byTask).stream()).toList();
    return new InDomain(
        domain,
        Evidence.of(all, now),
        domain.tasks().stream()
            .map(task -> new InTask(task, Evidence.of(in(task, byTask), now)))
            .toList());
  }

  private static List<Answered> in(Task task, Map<String, List<Answered>> byTask) {
    return byTask.getOrDefault(task.id(), List.of());
  }

  /** How many answers all of this rests on. */
  public long answered() {
    return domains.stream().mapToLong(domain -> domain.evidence().all().answered()).sum();
  }
}
