package studycoach.study.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {
  private static final int IN_2200 = 84_006;

  @Property
  void aWeekBeginsOnItsFirstWeekdayAndHoldsItsDay(
      @ForAll @IntRange(max = IN_2200) int epochDay, @ForAll DayOfWeek first) {
    LocalDate day = LocalDate.ofEpochDay(epochDay);
    LocalDate begins = Period.week(day, first).first();

    assertThat(begins.getDayOfWeek()).isEqualTo(first);
    assertThat(ChronoUnit.DAYS.between(begins, day)).isBetween(0L, 6L);
  }

  @Property
  void everyPeriodIsReadAsItWasWritten(
      @ForAll @IntRange(max = IN_2200) int epochDay,
      @ForAll DayOfWeek first,
      @ForAll @IntRange(min = 1) int season) {
    LocalDate day = LocalDate.ofEpochDay(epochDay);

    for (Period period :
        List.of(
            Period.week(day, first),
            Period.month(day),
            new Period.OfSeason(season),
            new Period.All())) {
      assertThat(Period.read(period.key())).contains(period);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2027-01-03, MONDAY, week 2026-12-28",
    "2027-01-03, SUNDAY, week 2027-01-03",
    "2027-01-01, SATURDAY, week 2026-12-26",
    "2026-03-29, MONDAY, week 2026-03-23",
    "2026-03-30, MONDAY, week 2026-03-30",
    "2028-02-29, THURSDAY, week 2028-02-24"
  })
  void weeksCrossYearsAndClockChanges(LocalDate day, DayOfWeek first, String key) {
    assertThat(Period.week(day, first).key()).isEqualTo(key);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "week", "week 2026-02-30", "month 2026-13", "season x", "season", "fortnight"})
  void whatIsNoPeriodIsNotRead(String key) {
    assertThat(Period.read(key)).isEmpty();
  }

  @Test
  void aDropCountsForItsDaysWeekAndMonthAndForTheSeasonInWhichItOpened() {
    Instant reset = Instant.parse("2026-06-30T22:00:00Z");
    Calendar calendar =
        new Calendar(
            DayOfWeek.MONDAY,
            List.of(
                new Season(1, Instant.EPOCH, Optional.of(reset)),
                new Season(2, reset, Optional.of(reset.plusSeconds(60)))));
    LocalDate day = LocalDate.parse("2026-06-30");

    assertThat(calendar.of(day, reset.minusSeconds(1)).stream().map(Period::key))
        .containsExactlyInAnyOrder("all", "month 2026-06", "week 2026-06-29", "season 1");
    assertThat(calendar.of(day, reset)).contains(new Period.OfSeason(2));
    assertThat(calendar.of(day, reset.plusSeconds(60))).hasSize(3);
  }
}
