package studycoach.engine;

import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.util.concurrent.TimeUnit;

/**
 * The time that has passed by a clock, to the millisecond. When the clock is set back, time goes on
 * from there, so that nobody waits for the hour to come again. Thread-safe.
 */
final class ElapsedTime implements TimeMeter {
  private final Clock clock;
  private long lastMillis;
  private long elapsedMillis;

  ElapsedTime(Clock clock) {
    this.clock = clock;
    this.lastMillis = clock.millis();
  }

  @Override
  public synchronized long currentTimeNanos() {
    long now = clock.millis();
    elapsedMillis += Math.max(0, now - lastMillis);
    lastMillis = now;
    return TimeUnit.MILLISECONDS.toNanos(elapsedMillis);
  }

  @Override
  public boolean isWallClockBased() {
    return false;
  }
}
