package studycoach.doctor;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import studycoach.config.Settings;
import studycoach.store.Database;
import studycoach.store.Inspection;
import studycoach.store.Migration;
import studycoach.store.StoreException;

/**
 * The database that the settings tell, for checks that need what is in it. It is opened only if
 * that changes nothing, and once for all of them.
 */
public final class Archive implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(9);

  private final Settings settings;
  private @Nullable CompletableFuture<Optional<Database>> opening;
  private volatile boolean empty;

  /** One that was not looked at yet. */
  public Archive(Settings settings) {
    this.settings = settings;
  }

  Settings settings() {
    return settings;
  }

  /** Whether there is no file of it yet. */
  boolean isNew() {
    return settings.database().isEmpty() && !Database.isIn(settings.dataFolder());
  }

  /** Whether no bot has begun it, so that there is nothing in it to look at. */
  synchronized boolean isEmpty() {
    return database().isEmpty() && (isNew() || empty);
  }

  /** Open, with the tables of this release; empty if it can't be had so, or not in time. */
  synchronized Optional<Database> database() {
    if (opening == null) {
      opening =
          CompletableFuture.supplyAsync(this::open, Archive::begin)
              .completeOnTimeout(Optional.empty(), PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }
    return opening.join();
  }

  private static void begin(Runnable work) {
    Thread thread = new Thread(work, "doctor-database");
    thread.setDaemon(true);
    thread.start();
  }

  private Optional<Database> open() {
    try {
      if (isNew()) {
        return Optional.empty();
      }
      Inspection seen = Inspection.of(settings);
      empty = seen.isEmpty();
      return seen.isCurrent()
          ? Optional.of(Database.of(settings, Migration.none()))
          : Optional.empty();
    } catch (StoreException e) {
      return Optional.empty(); // told by the check of the database
    }
  }

  @Override
  public synchronized void close() {
    if (opening != null) {
      opening.join().ifPresent(Database::close);
    }
  }
}
