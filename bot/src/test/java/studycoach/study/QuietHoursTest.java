package studycoach.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import studycoach.chat.UserError;
import studycoach.testing.AnyQuietHours;
import studycoach.testing.Place;

class QuietHoursTest {
  private static final Instant FIRST = Instant.parse("1990-01-01T00:00:00Z");

  private static QuietHours hours(String words) {
    return QuietHours.parse(words).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "22-7, 22:00, 07:00",
    "22:30-6:15, 22:30, 06:15",
    " 22 - 7 , 22:00, 07:00",
    "9–17, 09:00, 17:00",
    "20-24, 20:00, 00:00",
    "0-8, 00:00, 08:00"
  })
  void hoursAreReadAsPeopleWriteThem(String typed, LocalTime from, LocalTime to) {
    assertThat(QuietHours.parse(typed)).contains(new QuietHours(from, to));
  }

  @Test
  void noHoursAreQuietIfTheyAreOff() {
    assertThat(QuietHours.parse(" OFF ")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "22", "22-22", "25-7", "22:60-7", "24:30-7", "10pm-7am", "0-24"})
  void whatCannotBeReadIsRefused(String typed) {
    assertThatExceptionOfType(UserError.class)
        .isThrownBy(() -> QuietHours.parse(typed))
        .withMessageContaining("22:30-6:15");
  }

  @Test
  void theyNeverEndWhenTheyBegin() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new QuietHours(LocalTime.NOON, LocalTime.NOON));
  }

  @Property
  void whatTheyAreWrittenAsIsReadAgain(@ForAll(supplier = AnyQuietHours.class) QuietHours hours) {
    assertThat(QuietHours.parse(hours.words())).contains(hours);
    assertThat(hours.words()).hasSizeLessThanOrEqualTo(11);
  }

  /** Clocks are turned at 01:00Z in Berlin, and at midnight in Santiago. */
  @ParameterizedTest
  @CsvSource({
    "22-8,    Europe/Berlin,    2026-03-29T05:00:00Z, 2026-03-28T21:00:00Z",
    "22-8,    Europe/Berlin,    2026-03-30T05:00:00Z, 2026-03-29T20:00:00Z",
    "22-8,    Europe/Berlin,    2026-10-25T05:00:00Z, 2026-10-24T20:00:00Z",
    "22-8,    Europe/Berlin,    2026-10-26T05:00:00Z, 2026-10-25T21:00:00Z",
    "2:30-8,  Europe/Berlin,    2026-03-29T05:00:00Z, 2026-03-29T01:00:00Z",
    "2:30-8,  Europe/Berlin,    2026-10-25T05:00:00Z, 2026-10-25T01:30:00Z",
    "22-2:30, Europe/Berlin,    2026-10-25T01:15:00Z, 2026-10-25T01:00:00Z",
    "22-8,    America/New_York, 2026-03-08T11:00:00Z, 2026-03-08T03:00:00Z",
    "22-8,    America/New_York, 2026-11-01T12:00:00Z, 2026-11-01T02:00:00Z",
    "0-8,     America/Santiago, 2026-09-06T09:00:00Z, 2026-09-06T04:00:00Z",
    "23:30-8, America/Santiago, 2026-09-06T09:00:00Z, 2026-09-06T03:30:00Z",
    "23:30-8, America/Santiago, 2026-04-05T09:00:00Z, 2026-04-05T03:30:00Z",
    "0-8,     America/Santiago, 2026-04-05T09:00:00Z, 2026-04-05T04:00:00Z"
  })
  void theyBeginByTheWallClockAlsoWhenClocksAreTurned(
      String words, String zone, Instant at, Instant begin) {
    assertThat(hours(words).begin(at, ZoneId.of(zone))).isEqualTo(begin);
  }

  @Test
  void theEndIsNotPartOfThemButTheBeginningIs() {
    QuietHours night = hours("22-8");
    ZoneId berlin = ZoneId.of("Europe/Berlin");

    assertThat(night.contain(Instant.parse("2026-03-28T20:59:59Z"), berlin)).isFalse();
    assertThat(night.contain(Instant.parse("2026-03-28T21:00:00Z"), berlin)).isTrue();
    assertThat(night.contain(Instant.parse("2026-03-29T05:59:59Z"), berlin)).isTrue();
    assertThat(night.contain(Instant.parse("2026-03-29T06:00:00Z"), berlin)).isFalse();
  }

  @Property(tries = 2_000)
  void allFromTheirBeginningOnIsQuietAndTheMinuteBeforeIsNot(
      @ForAll(supplier = AnyQuietHours.class) QuietHours hours,
      @ForAll(supplier = Place.Any.class) Place place) {
    Instant at = place.at();
    if (!hours.contain(at, place.zone())) {
      return;
    }
    Instant minute = at;
    while (hours.contain(minute.minus(Duration.ofMinutes(1)), place.zone())) {
      minute = minute.minus(Duration.ofMinutes(1));
    }

    assertThat(hours.begin(at, place.zone())).isEqualTo(minute);
  }

  @Property(tries = 50)
  void quietHoursAreTheSameEveryDayWhereClocksAreNeverTurned(
      @ForAll(supplier = AnyQuietHours.class) QuietHours hours,
      @ForAll @IntRange(max = 400) int days) {
    ZoneId utc = ZoneId.of("UTC");
    Instant begin = FIRST.plus(Duration.ofSeconds(hours.from().toSecondOfDay()));

    Instant later = begin.plus(Duration.ofDays(days));
    assertThat(hours.contain(later, utc)).isTrue();
    assertThat(hours.begin(later, utc)).isEqualTo(later);
  }
}
