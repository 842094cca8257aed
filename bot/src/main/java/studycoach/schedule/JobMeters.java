package studycoach.schedule;

import com.github.kagkarlsson.scheduler.CurrentlyExecuting;
import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Measures how late jobs begin, and counts those that fail. */
final class JobMeters extends AbstractSchedulerListener {
  private static final Duration[] LAG = {
    Duration.ofMillis(100),
    Duration.ofMillis(250),
    Duration.ofMillis(500),
    Duration.ofSeconds(1),
    Duration.ofSeconds(5),
    Duration.ofSeconds(15),
    Duration.ofMinutes(1),
    Duration.ofMinutes(5)
  };

  private final MeterRegistry registry;
  private final Clock clock;

  JobMeters(MeterRegistry registry, Clock clock, List<Job> jobs) {
    this.registry = registry;
    this.clock = clock;
    jobs.forEach(job -> lag(job.name()));
    jobs.forEach(job -> failed(job.name()));
  }

  /** By name, since {@code job} is what Prometheus itself calls whom it asks. */
  private Timer lag(String job) {
    return Timer.builder("coach.job.lag")
        .description("From the moment for which a job was set until it began")
        .tag("name", job)
        .serviceLevelObjectives(LAG)
        .register(registry);
  }

  private Counter failed(String job) {
    return Counter.builder("coach.jobs.failed")
        .description("Runs of jobs that failed and are tried again")
        .tag("name", job)
        .register(registry);
  }

  @Override
  public void onExecutionStart(CurrentlyExecuting running) {
    Execution execution = running.getExecution();
    Duration late = Duration.between(execution.getExecutionTime(), clock.instant());
    lag(execution.getTaskName()).record(late.isNegative() ? Duration.ZERO : late);
  }

  @Override
  public void onExecutionComplete(ExecutionComplete run) {
    if (run.getResult() == ExecutionComplete.Result.FAILED) {
      failed(run.getExecution().getTaskName()).increment();
    }
  }
}
