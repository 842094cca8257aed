package studycoach.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;

/**
 * The system's clock, ahead by what a file says, so that several processes have one time that can
 * be set. It never goes back.
 */
final class SharedClock extends Clock {
  private static final long READ_EVERY = TimeUnit.MILLISECONDS.toNanos(20);

  /** In which every process has seen a new time. */
  static final Duration SEEN_BY_ALL = Duration.ofMillis(100);

  private final Path file;
  private long read;
  private Duration ahead = Duration.ZERO;
  private Instant latest = Instant.MIN;

  /**
   * @param file holds a number of milliseconds
   */
  SharedClock(Path file) {
    this.file = file;
    ahead = inFile();
    read = System.nanoTime();
  }

  /** The clock of a new file, which says so now. */
  static SharedClock at(Path file, Instant now) {
    write(file, Duration.between(Clock.systemUTC().instant(), now));
    return new SharedClock(file);
  }

  private static void write(Path file, Duration ahead) {
    Path draft = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.writeString(draft, String.valueOf(ahead.toMillis()));
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Duration inFile() {
    try {
      return Duration.ofMillis(Long.parseLong(Files.readString(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sets the time of all processes. */
  synchronized void set(Instant now) {
    write(file, Duration.between(Clock.systemUTC().instant(), now));
    ahead = inFile();
  }

  /** When the system's clock shows this clock's time. */
  synchronized Instant onTheSystem(Instant moment) {
    return moment.minus(ahead);
  }

  @Override
  public synchronized Instant instant() {
    if (System.nanoTime() - read > READ_EVERY) {
      ahead = inFile();
      read = System.nanoTime();
    }
    Instant now = Clock.systemUTC().instant().plus(ahead);
    latest = now.isAfter(latest) ? now : latest;
    return latest;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
