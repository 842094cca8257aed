package studycoach.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that runs on as the system's does, from wherever a test has set it. */
public final class RunningClock extends Clock {
  private volatile Duration ahead;

  /**
   * @param now e.g. {@code 2026-03-27T07:00:00Z}
   */
  public RunningClock(String now) {
    ahead = Duration.between(Clock.systemUTC().instant(), Instant.parse(now));
  }

  public void set(String now) {
    ahead = Duration.between(Clock.systemUTC().instant(), Instant.parse(now));
  }

  @Override
  public Instant instant() {
    return Clock.systemUTC().instant().plus(ahead);
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
