package studycoach.schedule;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import com.github.kagkarlsson.scheduler.testhelper.SettableClock;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import studycoach.store.Database;

/**
 * Runs jobs when they are due. Jobs and their moments are rows of the database, so they outlive the
 * process. Works by itself in the background, or, for the room and for tests, only when told to.
 */
public final class Schedule implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration HEARTBEAT = Duration.ofSeconds(5);
  private static final Duration FIRST_RETRY = Duration.ofSeconds(5);
  private static final double RETRY_GROWTH = 1.5;
  private static final int THREADS = 24;
  private static final int MOST_ROUNDS = 10_000;

  private final Database database;
  private final Clock clock;
  private final Optional<MeterRegistry> background;
  private Optional<Started> started = Optional.empty();

  private record Started(Scheduler scheduler, Appointments appointments) {}

  /** The thread that looks for due jobs. */
  private final ThreadPoolExecutor looking =
      new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>());

  private Schedule(Database database, Clock clock, Optional<MeterRegistry> background) {
    this.database = database;
    this.clock = clock;
    this.background = background;
  }

  /** Runs due jobs in the background once started. */
  public static Schedule inBackground(Database database, Clock clock, MeterRegistry registry) {
    return new Schedule(database, clock, Optional.of(registry));
  }

  /** Runs due jobs only in {@link #runDue}, on the caller's thread. */
  public static Schedule byHand(Database database, Clock clock) {
    return new Schedule(database, clock, Optional.empty());
  }

  /**
   * Starts working. A process that has the database for itself takes up at once what a killed
   * predecessor had begun; in company the others' silence must first prove that they are dead.
   */
  public void start(List<Job> jobs) {
    if (!database.isShared()) {
      database.jdbi().useHandle(Schedule::release);
    }
    Scheduler scheduler =
        background.map(registry -> inBackground(jobs, registry)).orElseGet(() -> byHand(jobs));
    started = Optional.of(new Started(scheduler, new Appointments(scheduler, clock, jobs)));
    scheduler.start();
  }

  /** Lets every job be begun that somebody had begun: nobody may be at it any more. */
  public static void release(Handle handle) {
    handle.execute(
        "UPDATE scheduled_tasks SET picked = FALSE, picked_by = NULL, last_heartbeat = NULL"
            + " WHERE picked");
  }

  private Scheduler inBackground(List<Job> jobs, MeterRegistry registry) {
    return Scheduler.create(database.source(), tasks(jobs))
        .clock(clock::instant)
        .pollingInterval(POLL)
        .heartbeatInterval(HEARTBEAT)
        .threads(THREADS)
        .shutdownMaxWait(PATIENCE)
        .housekeeperExecutor(Executors.newSingleThreadScheduledExecutor())
        .dueExecutor(looking)
        .addSchedulerListener(new JobMeters(registry, clock, jobs))
        .enableImmediateExecution()
        .enablePriority()
        .build();
  }

  private Scheduler byHand(List<Job> jobs) {
    return TestHelper.createManualScheduler(database.source(), tasks(jobs))
        .clock(new FollowingClock(clock))
        .build();
  }

  /** Whether due jobs are begun, as far as this was started to do so by itself. */
  public boolean isWorking() {
    return started.isEmpty() || background.isEmpty() || looking.getActiveCount() > 0;
  }

  private Started started() {
    return started.orElseThrow(() -> new IllegalStateException("not started"));
  }

  private Appointments appointments() {
    return started().appointments();
  }

  private List<Task<?>> tasks(List<Job> jobs) {
    List<Task<?>> tasks = new ArrayList<>();
    for (Job job : jobs) {
      tasks.add(
          Tasks.custom(job.name(), Void.class)
              .onFailure(
                  new FailureHandler.ExponentialBackoffFailureHandler<>(FIRST_RETRY, RETRY_GROWTH))
              .onDeadExecutionRevive()
              .execute(
                  (instance, context) -> {
                    Optional<Instant> next =
                        Appointments.isBehind(instance.getId())
                            ? appointments().again(job.name(), instance.getId())
                            : done(job, instance.getId());
                    return (complete, operations) -> {
                      if (next.isEmpty()) {
                        operations.remove();
                      } else {
                        operations.reschedule(complete, next.get());
                      }
                    };
                  }));
    }
    return tasks;
  }

  private Optional<Instant> done(Job job, String id) {
    try {
      return job.work().apply(id);
    } catch (RuntimeException e) {
      database.outages().isOne(e);
      throw e;
    }
  }

  /**
   * Has a job that looks after what others leave behind run for good, for the id {@code all}. Where
   * jobs run by hand nothing is left behind.
   */
  public void watchBy(String job) {
    if (background.isPresent()) {
      unlessSet(job, "all");
    }
  }

  /**
   * Has a job run for an id at a moment, instead of any other moment set before. While it runs for
   * that id, one more run is put behind it.
   */
  public void at(String job, String id, Instant when) {
    appointments().at(job, id, when);
  }

  /**
   * Has a job run for an id at a moment unless it is to run before. While it runs for that id, one
   * more run is put behind it.
   */
  public void by(String job, String id, Instant when) {
    appointments().by(job, id, when);
  }

  /** Has a job run for an id as soon as may be, unless a moment is set for it. */
  public void unlessSet(String job, String id) {
    appointments().unlessSet(job, id);
  }

  /** Has a job run for an id as soon as may be. */
  public void now(String job, String id) {
    at(job, id, clock.instant());
  }

  /**
   * Lets jobs be begun again that an outage of the database has cut short. In the background they
   * are by themselves once their process was silent for half a minute.
   */
  public void takeUp() {
    if (background.isEmpty()) {
      database.jdbi().useHandle(Schedule::release);
    }
  }

  /** The moment of the next job, which may have passed. */
  public Optional<Instant> next() {
    return started().scheduler().getScheduledExecutions().stream()
        .map(execution -> execution.getExecutionTime())
        .min(Comparator.naturalOrder());
  }

  /** Runs what is due, and what becomes due thereby, and returns when nothing is. */
  public void runDue() {
    ManualScheduler manual = (ManualScheduler) started().scheduler();
    for (int round = 0; round < MOST_ROUNDS && isDue(); round++) {
      manual.runAnyDueExecutions();
    }
  }

  private boolean isDue() {
    return next().filter(moment -> !moment.isAfter(clock.instant())).isPresent();
  }

  /** Begins no more runs and waits some seconds for those that were begun. */
  @Override
  public void close() {
    started.ifPresent(
        now -> {
          // Stopping interrupts its look at the rows, which would close H2's file.
          now.scheduler().pause();
          now.scheduler().stop();
        });
  }

  /** A settable clock that nobody sets: it shows another clock's time. */
  private static final class FollowingClock extends SettableClock {
    private final Clock clock;

    FollowingClock(Clock clock) {
      this.clock = clock;
    }

    @Override
    public Instant now() {
      return clock.instant();
    }
  }
}
