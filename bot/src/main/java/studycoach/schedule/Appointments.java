package studycoach.schedule;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.ExecutionException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceNotFoundException;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The moments at which jobs run, as rows. A job that runs for an id can't be given another moment,
 * so that a run under another id is put behind it, and has the job run once more when it comes.
 */
final class Appointments {
  private static final Duration SOON = Duration.ofMillis(100);
  private static final String AGAIN = "~";

  private final SchedulerClient scheduler;
  private final Clock clock;
  private final Map<String, Integer> priorities;

  Appointments(SchedulerClient scheduler, Clock clock, List<Job> jobs) {
    this.scheduler = scheduler;
    this.clock = clock;
    this.priorities =
        jobs.stream().collect(Collectors.toMap(Job::name, job -> job.turn().priority()));
  }

  /** Whether a row's id is that of a run behind another. */
  static boolean isBehind(String id) {
    return id.endsWith(AGAIN);
  }

  /**
   * Has a run that was put behind another come now. Only the run under the id itself does any work,
   * so that two for the same id never overlap.
   *
   * @return when to look again, if the other is still running
   */
  Optional<Instant> again(String job, String instance) {
    TaskInstanceId id =
        TaskInstanceId.of(job, instance.substring(0, instance.length() - AGAIN.length()));
    if (scheduler.scheduleIfNotExists(instance(job, id.getId()), clock.instant())) {
      return Optional.empty();
    }
    try {
      return scheduler.reschedule(id, clock.instant())
          ? Optional.empty()
          : Optional.of(clock.instant().plus(SOON));
    } catch (TaskInstanceCurrentlyExecutingException
        | TaskInstanceNotFoundException
        | ExecutionException e) {
      return Optional.of(clock.instant().plus(SOON));
    }
  }

  /** As {@link Schedule#at} has it. */
  void at(String job, String id, Instant when) {
    TaskInstance<Void> instance = instance(job, id);
    if (scheduler.scheduleIfNotExists(instance, when)) {
      return;
    }
    try {
      scheduler.reschedule(TaskInstanceId.of(job, id), when);
    } catch (TaskInstanceCurrentlyExecutingException | ExecutionException e) {
      // An ExecutionException tells that it was begun between db-scheduler's look and its update.
      behind(job, id, when);
    } catch (TaskInstanceNotFoundException e) {
      // It has just finished between the two calls.
      scheduler.scheduleIfNotExists(instance, when);
    }
  }

  /** As {@link Schedule#by} has it. */
  void by(String job, String id, Instant when) {
    boolean isNew = scheduler.scheduleIfNotExists(instance(job, id), when);
    if (!isNew
        && scheduler
            .getScheduledExecution(TaskInstanceId.of(job, id))
            .filter(execution -> execution.isPicked())
            .isPresent()) {
      behind(job, id, when);
    }
  }

  /** As {@link Schedule#unlessSet} has it. */
  void unlessSet(String job, String id) {
    scheduler.scheduleIfNotExists(instance(job, id), clock.instant());
  }

  private TaskInstance<Void> instance(String job, String id) {
    return new TaskInstance.Builder<Void>(job, id)
        .priority(priorities.getOrDefault(job, Job.Turn.NEXT.priority()))
        .build();
  }

  /** Puts one more run behind the present one; of two wishes the earlier counts. */
  private void behind(String job, String id, Instant when) {
    TaskInstanceId again = TaskInstanceId.of(job, id + AGAIN);
    boolean isNew = scheduler.scheduleIfNotExists(instance(job, id + AGAIN), when);
    if (!isNew
        && scheduler
            .getScheduledExecution(again)
            .filter(execution -> execution.getExecutionTime().isAfter(when))
            .isPresent()) {
      try {
        scheduler.reschedule(again, when);
      } catch (TaskInstanceCurrentlyExecutingException
          | TaskInstanceNotFoundException
          | ExecutionException e) {
        at(job, id, clock.instant()); // It has come meanwhile.
      }
    }
  }
}
