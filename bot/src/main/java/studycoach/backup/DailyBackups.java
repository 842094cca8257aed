package studycoach.backup;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studycoach.config.Backups;
import studycoach.schedule.Job;
import studycoach.schedule.Schedule;
import studycoach.store.Database;
import studycoach.store.StoreException;

/** Makes a backup each day, by one of the processes, and keeps some of them. */
public final class DailyBackups {
  private static final Logger LOG = LoggerFactory.getLogger(DailyBackups.class);
  private static final String JOB = "backup";
  private static final String ID = "daily";
  private static final Duration AGAIN = Duration.ofHours(1);

  private final Database database;
  private final Backups backups;
  private final Clock clock;
  private final Counter made;
  private final Counter failed;

  public DailyBackups(Database database, Backups backups, Clock clock, MeterRegistry registry) {
    this.database = database;
    this.backups = backups;
    this.clock = clock;
    this.made = counter(registry, "made");
    this.failed = counter(registry, "failed");
  }

  private static Counter counter(MeterRegistry registry, String outcome) {
    return Counter.builder("coach.backups")
        .description("Daily backups")
        .tag("outcome", outcome)
        .register(registry);
  }

  /** The job that makes them. */
  public Job job() {
    return new Job(JOB, Job.Turn.LAST, id -> backups.folder().flatMap(this::run));
  }

  /** Has the next one made when it is time; one that was missed comes at once. */
  public void plan(Schedule schedule) {
    if (backups.folder().isPresent()) {
      schedule.by(JOB, ID, next());
    }
  }

  private Instant next() {
    return backups.after(clock.instant().atZone(ZoneOffset.UTC)).toInstant();
  }

  private Optional<Instant> run(Path where) {
    try {
      make(new BackupFolder(where));
      made.increment();
      return Optional.of(next());
    } catch (StoreException | IOException e) {
      failed.increment();
      LOG.error("The daily backup failed; it is tried again in an hour. {}", e.getMessage(), e);
      return Optional.of(clock.instant().plus(AGAIN));
    }
  }

  private void make(BackupFolder folder) throws IOException {
    Instant now = clock.instant();
    Path file = folder.daily(now);
    onItsOwn(() -> Backup.write(database, file, now));
    LOG.info("Backed up in {}", file);
    folder.tidy(backups.keep(), now);
  }

  /** On a thread that nobody interrupts when the bot is stopped. */
  private static void onItsOwn(Runnable work) {
    FutureTask<Void> task = new FutureTask<>(work, null);
    Thread thread = new Thread(task, "backup");
    thread.setDaemon(true);
    thread.start();
    try {
      task.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("stopped while a backup was made");
    } catch (ExecutionException e) {
      throw e.getCause() instanceof StoreException known
          ? known
          : new StoreException("The backup was not made: " + e.getCause(), e);
    }
  }
}
