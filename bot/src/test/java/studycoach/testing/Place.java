package studycoach.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ArbitrarySupplier;
import net.jqwik.api.Combinators;

/** A minute where somebody lives, from 1990 to 2040, often near a change of clocks. */
public record Place(ZoneId zone, Instant at) {
  private static final int MINUTES_A_DAY = 1440;
  private static final Instant FIRST = Instant.parse("1990-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("2040-01-01T00:00:00Z");

  private static Place near(String id, Instant day, int minutes, boolean change) {
    ZoneId zone = ZoneId.of(id);
    Instant start =
        Optional.ofNullable(zone.getRules().nextTransition(day))
            .filter(next -> change)
            .map(ZoneOffsetTransition::getInstant)
            .orElse(day);
    return new Place(zone, start.plus(Duration.ofMinutes(minutes)));
  }

  /** In all time zones. */
  public static final class Any implements ArbitrarySupplier<Place> {
    @Override
    public Arbitrary<Place> get() {
      return Combinators.combine(
              Arbitraries.of(ZoneId.getAvailableZoneIds().stream().sorted().toList()),
              Arbitraries.longs()
                  .between(FIRST.getEpochSecond(), LAST.getEpochSecond())
                  .map(Instant::ofEpochSecond)
                  .map(at -> at.truncatedTo(ChronoUnit.MINUTES)),
              Arbitraries.integers().between(-3 * MINUTES_A_DAY, 2 * MINUTES_A_DAY),
              Arbitraries.of(true, false))
          .as(Place::near);
    }
  }
}
