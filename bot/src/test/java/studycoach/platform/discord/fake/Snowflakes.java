package studycoach.platform.discord.fake;

import java.time.Clock;

/** Ids that grow and carry the moment they were made, as Discord's do. */
final class Snowflakes {
  private static final long EPOCH = 1_420_070_400_000L;
  private final Clock clock;
  private long last;

  Snowflakes(Clock clock) {
    this.clock = clock;
  }

  synchronized String next() {
    last = Math.max(last + 1, (clock.millis() - EPOCH) << 22);
    return Long.toString(last);
  }

  /** A millisecond after the one before, so that guilds spread over shards. */
  synchronized String nextGuild() {
    last += 1 << 22;
    return next();
  }
}
