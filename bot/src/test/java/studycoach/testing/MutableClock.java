package studycoach.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until it is moved. Its views in other zones move along. */
public final class MutableClock extends Clock {
  private final Hand hand;
  private final ZoneId zone;

  /**
   * @param now e.g. {@code 2026-03-29T00:30:00Z}
   */
  public MutableClock(String now) {
    this(new Hand(Instant.parse(now)), ZoneOffset.UTC);
  }

  private MutableClock(Hand hand, ZoneId zone) {
    this.hand = hand;
    this.zone = zone;
  }

  public void advance(Duration by) {
    set(instant().plus(by));
  }

  public void set(Instant to) {
    hand.at = to;
  }

  @Override
  public Instant instant() {
    return hand.at;
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  @Override
  public Clock withZone(ZoneId other) {
    return new MutableClock(hand, other);
  }

  private static final class Hand {
    private volatile Instant at;

    Hand(Instant at) {
      this.at = at;
    }
  }
}
