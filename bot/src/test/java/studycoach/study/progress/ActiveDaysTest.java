package studycoach.study.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ActiveDaysTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  /** A Monday, half an hour after midnight in Berlin and still a Sunday in Greenwich. */
  private static final Instant NOW = Instant.parse("2026-03-29T22:30:00Z");

  private static ActiveDays days(DayOfWeek first, String... moments) {
    return ActiveDays.of(Stream.of(moments).map(Instant::parse).toList(), BERLIN, first, NOW);
  }

  @Test
  void theLastWeekEndsToday() {
    ActiveDays monday = days(DayOfWeek.MONDAY);
    ActiveDays sunday = days(DayOfWeek.SUNDAY);

    assertThat(monday.weeks()).hasSize(ActiveDays.WEEKS);
    assertThat(monday.weeks().get(16))
        .containsExactly(new ActiveDays.Day(LocalDate.parse("2026-03-30"), 0));
    assertThat(monday.days()).isEqualTo(16 * 7 + 1);
    assertThat(sunday.weeks().get(16)).hasSize(2);
    assertThat(sunday.weeks().get(0).get(0).date().getDayOfWeek()).isEqualTo(DayOfWeek.SUNDAY);
  }

  @Test
  void anAnswerCountsForItsDayInTheZone() {
    ActiveDays days =
        days(
            DayOfWeek.MONDAY,
            "2026-03-29T22:10:00Z", // today, and summer time has begun
            "2026-03-29T21:59:00Z",
            "2026-03-28T23:00:00Z",
            "2025-12-07T22:59:00Z", // the day before the first one
            "2025-12-07T23:00:00Z");

    assertThat(days.active()).isEqualTo(3);
    assertThat(days.most()).isEqualTo(2);
    assertThat(days.weeks().get(16).get(0).answers()).isEqualTo(1);
    assertThat(days.weeks().get(15).get(6).answers()).isEqualTo(2);
    assertThat(days.weeks().get(0).get(0))
        .isEqualTo(new ActiveDays.Day(LocalDate.parse("2025-12-08"), 1));
  }

  @Test
  void whoHasNotAnsweredHasEmptyDays() {
    ActiveDays days = days(DayOfWeek.MONDAY);

    assertThat(days.active()).isZero();
    assertThat(days.most()).isZero();
    assertThat(days.weeks()).allSatisfy(week -> assertThat(List.copyOf(week)).isNotEmpty());
  }
}
