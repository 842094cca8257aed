package studycoach.feature.remind;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studycoach.study.QuietHours;
import studycoach.testing.AnyQuietHours;
import studycoach.testing.Place;

class TimingTest {
  private static final int MINUTES_A_DAY = 1440;
  private static final int SHORTEST = 5;
  private static final int LONGEST = 7 * MINUTES_A_DAY;

  private static Optional<Instant> ofDrop(String opens, String closes, String quiet, String zone) {
    return Timing.ofDrop(
        Instant.parse(opens), Instant.parse(closes), QuietHours.parse(quiet), ZoneId.of(zone));
  }

  private static Optional<Instant> ofWeek(String sunday, String quiet, String zone) {
    return Timing.ofDay(LocalDate.parse(sunday), QuietHours.parse(quiet), ZoneId.of(zone));
  }

  /**
   * Daily drops at 09:00 by the wall clock, also on both sides of the days on which it is turned.
   */
  @ParameterizedTest
  @CsvSource({
    "2026-03-28T08:00:00Z, 2026-03-29T07:00:00Z, Europe/Berlin,    2026-03-28T20:50:00Z",
    "2026-03-29T07:00:00Z, 2026-03-30T07:00:00Z, Europe/Berlin,    2026-03-29T19:50:00Z",
    "2026-10-24T07:00:00Z, 2026-10-25T08:00:00Z, Europe/Berlin,    2026-10-24T19:50:00Z",
    "2026-10-25T08:00:00Z, 2026-10-26T08:00:00Z, Europe/Berlin,    2026-10-25T20:50:00Z",
    "2026-03-07T14:00:00Z, 2026-03-08T13:00:00Z, America/New_York, 2026-03-08T02:50:00Z",
    "2026-03-08T13:00:00Z, 2026-03-09T13:00:00Z, America/New_York, 2026-03-09T01:50:00Z",
    "2026-10-31T13:00:00Z, 2026-11-01T14:00:00Z, America/New_York, 2026-11-01T01:50:00Z",
    "2026-11-01T14:00:00Z, 2026-11-02T14:00:00Z, America/New_York, 2026-11-02T02:50:00Z"
  })
  void whatFallsIntoTheNightComesBeforeIt(
      String opens, String closes, String zone, Instant moment) {
    assertThat(ofDrop(opens, closes, "22-8", zone)).contains(moment);
  }

  /** There midnight does not exist on 6 September and comes twice on 5 April. */
  @Test
  void aMidnightThatIsSkippedOrComesTwiceBeginsTheNightAllTheSame() {
    String santiago = "America/Santiago";

    assertThat(ofDrop("2026-09-05T13:00:00Z", "2026-09-06T12:00:00Z", "0-8", santiago))
        .contains(Instant.parse("2026-09-06T03:50:00Z"));
    assertThat(ofDrop("2026-04-04T12:00:00Z", "2026-04-05T13:00:00Z", "0-8", santiago))
        .contains(Instant.parse("2026-04-05T03:50:00Z"));
  }

  @Test
  void itComesThreeHoursBeforeTheEndOrInTheMiddleOfAShortWindow() {
    assertThat(ofDrop("2026-03-28T09:00:00Z", "2026-03-28T15:00:00Z", "22-8", "UTC"))
        .contains(Instant.parse("2026-03-28T12:00:00Z"));
    assertThat(ofDrop("2026-03-28T09:00:00Z", "2026-03-28T14:58:00Z", "22-8", "UTC"))
        .contains(Instant.parse("2026-03-28T11:59:00Z"));
    assertThat(ofDrop("2026-03-28T09:00:00Z", "2026-03-29T09:00:00Z", "off", "UTC"))
        .contains(Instant.parse("2026-03-29T06:00:00Z"));
  }

  @Test
  void itIsLeftOutIfTheDropOpensTooLateForIt() {
    assertThat(ofDrop("2026-03-28T21:51:00Z", "2026-03-29T09:00:00Z", "22-8", "UTC")).isEmpty();
    assertThat(ofDrop("2026-03-28T21:50:00Z", "2026-03-29T09:00:00Z", "22-8", "UTC"))
        .contains(Instant.parse("2026-03-28T21:50:00Z"));
  }

  @Test
  void itIsLeftOutIfHardlyAnyMinuteIsLoud() {
    assertThat(ofDrop("2026-03-28T09:00:00Z", "2026-03-29T09:00:00Z", "8:00-7:55", "UTC"))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-22, Europe/Berlin,    2026-03-22T17:00:00Z",
    "2026-03-29, Europe/Berlin,    2026-03-29T16:00:00Z",
    "2026-10-18, Europe/Berlin,    2026-10-18T16:00:00Z",
    "2026-10-25, Europe/Berlin,    2026-10-25T17:00:00Z",
    "2026-03-01, America/New_York, 2026-03-01T23:00:00Z",
    "2026-03-08, America/New_York, 2026-03-08T22:00:00Z",
    "2026-10-25, America/New_York, 2026-10-25T22:00:00Z",
    "2026-11-01, America/New_York, 2026-11-01T23:00:00Z",
    "2026-04-05, America/Santiago, 2026-04-05T22:00:00Z",
    "2026-09-06, America/Santiago, 2026-09-06T21:00:00Z"
  })
  void aWeekEndsAtSixByTheWallClock(String sunday, String zone, Instant moment) {
    assertThat(ofWeek(sunday, "22-8", zone)).contains(moment);
  }

  @Test
  void aWeekEndsBeforeQuietHoursThatSixIsIn() {
    assertThat(ofWeek("2026-03-29", "16-20", "UTC"))
        .contains(Instant.parse("2026-03-29T15:50:00Z"));
    assertThat(ofWeek("2026-03-29", "20-19", "UTC"))
        .contains(Instant.parse("2026-03-28T19:50:00Z"));
  }

  @Property(tries = 5_000)
  void noReminderOfADropIsEverInQuietHoursOrOutsideItsWindow(
      @ForAll(supplier = AnyQuietHours.class) QuietHours quiet,
      @ForAll(supplier = Place.Any.class) Place place,
      @ForAll @IntRange(min = SHORTEST, max = LONGEST) int minutes) {
    Instant opens = place.at();
    Instant closes = opens.plus(Duration.ofMinutes(minutes));

    Optional<Instant> moment = Timing.ofDrop(opens, closes, Optional.of(quiet), place.zone());

    moment.ifPresent(
        at -> {
          assertThat(quiet.contain(at, place.zone())).isFalse();
          assertThat(at).isBetween(opens, closes.minusNanos(1));
        });
  }

  @Property(tries = 5_000)
  void itComesWhenItUsuallyDoesUnlessThatIsQuiet(
      @ForAll(supplier = AnyQuietHours.class) QuietHours quiet,
      @ForAll(supplier = Place.Any.class) Place place,
      @ForAll @IntRange(min = SHORTEST, max = LONGEST) int minutes) {
    Instant opens = place.at();
    Instant closes = opens.plus(Duration.ofMinutes(minutes));
    Instant usual = Timing.ofDrop(opens, closes, Optional.empty(), place.zone()).orElseThrow();

    Optional<Instant> moment = Timing.ofDrop(opens, closes, Optional.of(quiet), place.zone());

    if (quiet.contain(usual, place.zone())) {
      moment.ifPresent(
          at ->
              assertThat(at.plus(Duration.ofMinutes(10)))
                  .isEqualTo(quiet.begin(usual, place.zone())));
    } else {
      assertThat(moment).contains(usual);
    }
  }

  @Property(tries = 5_000)
  void noWeekEndsInQuietHours(
      @ForAll(supplier = AnyQuietHours.class) QuietHours quiet,
      @ForAll(supplier = Place.Any.class) Place place) {
    LocalDate sunday = LocalDate.ofInstant(place.at(), place.zone());

    Timing.ofDay(sunday, Optional.of(quiet), place.zone())
        .ifPresent(at -> assertThat(quiet.contain(at, place.zone())).isFalse());
  }
}
