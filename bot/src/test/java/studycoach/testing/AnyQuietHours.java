package studycoach.testing;

import java.time.LocalTime;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ArbitrarySupplier;
import net.jqwik.api.Combinators;
import studycoach.study.QuietHours;

/** Quiet hours of all lengths, to the minute. */
public final class AnyQuietHours implements ArbitrarySupplier<QuietHours> {
  private static final int MINUTES_A_DAY = 1440;

  @Override
  public Arbitrary<QuietHours> get() {
    Arbitrary<LocalTime> times =
        Arbitraries.integers().between(0, MINUTES_A_DAY - 1).map(LocalTime.MIN::plusMinutes);
    return Combinators.combine(times, Arbitraries.integers().between(1, MINUTES_A_DAY - 1))
        .as((from, minutes) -> new QuietHours(from, from.plusMinutes(minutes)));
  }
}
