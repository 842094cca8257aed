package studycoach.study.progress;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import studycoach.pack.Domain;
import studycoach.pack.Exam;
import studycoach.pack.Pack;
import studycoach.pack.Question;
import studycoach.pack.Task;
import studycoach.study.draw.Accuracy;

/**
 * How a learner does in an exam.
 *
 * @param domains in the blueprint's order
 * @param moments of all answers that this rests on, in any order
 * @param now when this was so
 */
public record Progress(Exam exam, List<InDomain> domains, List<Instant> moments, Instant now) {
  public Progress {
    domains = List.copyOf(domains);
    moments = List.copyOf(moments);
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
        pack.exam().domains().stream().map(domain -> in(domain, byTask, now)).toList(),
        byTask.values().stream().flatMap(List::stream).map(Answered::at).toList(),
        now);
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

  /** How they do in all domains together. */
  public Accuracy all() {
    return domains.stream()
        .map(domain -> domain.evidence().all())
        .reduce(new Accuracy(0, 0), Accuracy::plus);
  }

  /** Whether there are answers enough, five, to speak of a share of all. */
  public boolean isEnough() {
    return answered() >= Evidence.ENOUGH;
  }

  /**
   * The last weeks, day by day.
   *
   * @param first of a week
   */
  public ActiveDays days(ZoneId zone, DayOfWeek first) {
    return ActiveDays.of(moments, zone, first, now);
  }

  /** How many answers all of this rests on. */
  public long answered() {
    return all().answered();
  }
}
