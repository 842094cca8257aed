package studycoach.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import studycoach.study.Timetable.Slot;

class TimetableTest {
  private static final Set<DayOfWeek> DAILY = EnumSet.allOf(DayOfWeek.class);
  private static final Instant FROM = Instant.parse("1990-01-01T00:00:00Z");
  private static final Instant UNTIL = Instant.parse("2041-01-01T00:00:00Z");

  @Property(tries = 300)
  void theSlotsOfAYearAreThoseFoundByLookingAtEveryHalfHour(
      @ForAll("timetables") Timetable timetable, @ForAll("instants") Instant start) {
    Instant end = start.plus(Duration.ofDays(380));

    assertThat(chain(timetable, start, end)).isEqualTo(bruteForce(timetable, start, end));
  }

  @Test
  void everyClockChangeOfEveryZoneKeepsOneSlotADay() {
    Set<List<ZoneOffsetTransition>> seen = new HashSet<>();
    int changes = 0;
    for (String id : new TreeSet<>(ZoneId.getAvailableZoneIds())) {
      ZoneId zone = ZoneId.of(id);
      if (seen.add(changesOf(zone))) {
        for (ZoneOffsetTransition change : changesOf(zone)) {
          changes++;
          for (LocalTime time : timesAround(change)) {
            Timetable timetable = new Timetable(zone, time, DAILY);
            Instant start = change.getInstant().minus(Duration.ofHours(50));
            Instant end = change.getInstant().plus(Duration.ofHours(50));
            assertThat(chain(timetable, start, end))
                .as("%s at %s around %s", id, time, change)
                .isEqualTo(bruteForce(timetable, start, end));
          }
        }
      }
    }
    assertThat(changes).isGreaterThan(5_000);
  }

  @Property(tries = 500)
  void slotsAreStrictlyIncreasing(
      @ForAll("timetables") Timetable timetable, @ForAll("instants") Instant start) {
    Slot slot = timetable.next(start, Optional.empty());
    assertThat(slot.at()).isAfter(start);
    for (int i = 0; i < 60; i++) {
      Slot next = timetable.next(slot.at(), Optional.empty());
      assertThat(next.at()).isAfter(slot.at());
      assertThat(next.day()).isAfter(slot.day());
      slot = next;
    }
  }

  @Property(tries = 500)
  void theLocalTimeNeverDriftsUnlessItDoesNotExistThatDay(
      @ForAll("timetables") Timetable timetable, @ForAll("instants") Instant start) {
    for (Slot slot : chain(timetable, start, start.plus(Duration.ofDays(370)))) {
      LocalDateTime wanted = slot.day().atTime(timetable.time());
      ZoneRules rules = timetable.zone().getRules();
      if (!rules.getValidOffsets(wanted).isEmpty()) {
        assertThat(LocalDateTime.ofInstant(slot.at(), timetable.zone())).isEqualTo(wanted);
      } else {
        assertThat(Duration.between(wanted, LocalDateTime.ofInstant(slot.at(), timetable.zone())))
            .isEqualTo(rules.getTransition(wanted).getDuration());
      }
    }
  }

  @Property(tries = 500)
  void theNextSlotIsTheFirstOnALaterDayThanTheLastDay(
      @ForAll("timetables") Timetable timetable,
      @ForAll("instants") Instant after,
      @ForAll @IntRange(min = -10, max = 10) int daysAgo) {
    LocalDate lastDay = LocalDate.ofInstant(after, timetable.zone()).minusDays(daysAgo);
    Slot expected =
        bruteForce(timetable, after, after.plus(Duration.ofDays(30))).stream()
            .filter(slot -> slot.day().isAfter(lastDay))
            .findFirst()
            .orElseThrow();

    assertThat(timetable.next(after, Optional.of(lastDay))).isEqualTo(expected);
  }

  @Test
  void aSkippedHourMovesTheDropByTheHour() {
    Timetable berlin = timetable("Europe/Berlin", "02:30", DAILY);

    assertThat(chain(berlin, "2026-03-28T00:00:00Z", "2026-03-31T00:00:00Z"))
        .containsExactly(
            slot("2026-03-28", "2026-03-28T01:30:00Z"),
            slot("2026-03-29", "2026-03-29T01:30:00Z"),
            slot("2026-03-30", "2026-03-30T00:30:00Z"));
    assertThat(LocalTime.ofInstant(Instant.parse("2026-03-29T01:30:00Z"), berlin.zone()))
        .isEqualTo("03:30");
  }

  @Test
  void aTimeThatOccursTwiceIsUsedTheFirstTime() {
    Timetable berlin = timetable("Europe/Berlin", "02:30", DAILY);

    assertThat(chain(berlin, "2026-10-24T12:00:00Z", "2026-10-26T12:00:00Z"))
        .containsExactly(
            slot("2026-10-25", "2026-10-25T00:30:00Z"), slot("2026-10-26", "2026-10-26T01:30:00Z"));
  }

  @Test
  void aDayThatSamoaSkippedHasNoSlot() {
    assertThat(
            chain(
                timetable("Pacific/Apia", "09:00", DAILY),
                "2011-12-29T00:00:00Z",
                "2012-01-01T00:00:00Z"))
        .extracting(Slot::day)
        .extracting(LocalDate::toString)
        .containsExactly("2011-12-29", "2011-12-31", "2012-01-01");
  }

  @Test
  void aWeeklySlotOnASkippedDayWaitsAWeek() {
    Timetable fridays = timetable("Pacific/Apia", "09:00", EnumSet.of(DayOfWeek.FRIDAY));

    assertThat(fridays.next(Instant.parse("2011-12-25T00:00:00Z"), Optional.empty()).day())
        .isEqualTo("2012-01-06");
  }

  @Test
  void aSlotThatClocksPushPastMidnightStillBelongsToItsDay() {
    Timetable east = timetable("America/Scoresbysund", "23:30", DAILY);

    assertThat(chain(east, "2025-03-29T12:00:00Z", "2025-03-31T12:00:00Z"))
        .containsExactly(
            slot("2025-03-29", "2025-03-30T01:30:00Z"), slot("2025-03-30", "2025-03-31T00:30:00Z"));
    assertThat(east.next(Instant.parse("2025-03-30T01:10:00Z"), Optional.empty()).day())
        .isEqualTo("2025-03-29");
  }

  @Test
  void aGroupThatMovesItsTimeGetsNoSecondDropThatDay() {
    Timetable evening = timetable("Europe/Berlin", "20:00", DAILY);
    Instant noon = Instant.parse("2026-11-21T11:00:00Z");

    assertThat(evening.next(noon, Optional.of(LocalDate.parse("2026-11-21"))).day())
        .isEqualTo("2026-11-22");
    assertThat(evening.next(noon, Optional.of(LocalDate.parse("2026-11-20"))).day())
        .isEqualTo("2026-11-21");
  }

  @Test
  void refusesATimetableWithoutDays() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> timetable("UTC", "09:00", Set.of()))
        .withMessageContaining("[]");
  }

  @Provide
  Arbitrary<Timetable> timetables() {
    Arbitrary<ZoneId> zones =
        Arbitraries.of(new TreeSet<>(ZoneId.getAvailableZoneIds())).map(ZoneId::of);
    Arbitrary<LocalTime> times =
        Arbitraries.integers().between(0, 24 * 60 - 1).map(at -> LocalTime.MIN.plusMinutes(at));
    Arbitrary<Set<DayOfWeek>> days = Arbitraries.of(DayOfWeek.class).set().ofMinSize(1);
    return Combinators.combine(zones, times, days).as(Timetable::new);
  }

  @Provide
  Arbitrary<Instant> instants() {
    return Arbitraries.longs()
        .between(FROM.getEpochSecond(), UNTIL.getEpochSecond())
        .map(Instant::ofEpochSecond);
  }

  /** Slots after the start and up to the end, each found from the one before. */
  private static List<Slot> chain(Timetable timetable, Instant start, Instant end) {
    return Stream.iterate(
            timetable.next(start, Optional.empty()),
            slot -> !slot.at().isAfter(end),
            slot -> timetable.next(slot.at(), Optional.of(slot.day())))
        .toList();
  }

  private static List<Slot> chain(Timetable timetable, String start, String end) {
    return chain(timetable, Instant.parse(start), Instant.parse(end));
  }

  /** Walks the clock, sees which local days there are, and picks by the zone's offsets. */
  private static List<Slot> bruteForce(Timetable timetable, Instant start, Instant end) {
    ZoneRules rules = timetable.zone().getRules();
    Set<LocalDate> days = new TreeSet<>();
    Instant tick = start.minus(Duration.ofHours(49));
    for (;
        tick.isBefore(end.plus(Duration.ofHours(49)));
        tick = tick.plus(Duration.ofMinutes(30))) {
      days.add(LocalDate.ofInstant(tick, rules.getOffset(tick)));
    }
    List<Slot> slots = new ArrayList<>();
    for (LocalDate day : days) {
      Instant at = instant(rules, day.atTime(timetable.time()));
      if (timetable.days().contains(day.getDayOfWeek()) && at.isAfter(start) && !at.isAfter(end)) {
        slots.add(new Slot(day, at));
      }
    }
    return slots;
  }

  private static Instant instant(ZoneRules rules, LocalDateTime wanted) {
    List<ZoneOffset> offsets = rules.getValidOffsets(wanted);
    if (offsets.isEmpty()) {
      return wanted.toInstant(rules.getTransition(wanted).getOffsetBefore());
    }
    return offsets.stream().map(wanted::toInstant).min(Instant::compareTo).orElseThrow();
  }

  private static List<ZoneOffsetTransition> changesOf(ZoneId zone) {
    List<ZoneOffsetTransition> changes = new ArrayList<>();
    Instant at = FROM;
    while (true) {
      ZoneOffsetTransition next = zone.getRules().nextTransition(at);
      if (next == null || next.getInstant().isAfter(UNTIL)) {
        return changes;
      }
      changes.add(next);
      at = next.getInstant();
    }
  }

  private static List<LocalTime> timesAround(ZoneOffsetTransition change) {
    LocalDateTime before = change.getDateTimeBefore();
    LocalDateTime after = change.getDateTimeAfter();
    LocalDateTime middle = before.plus(Duration.between(before, after).dividedBy(2));
    return List.of(before.toLocalTime(), middle.toLocalTime(), after.toLocalTime());
  }

  private static Timetable timetable(String zone, String time, Set<DayOfWeek> days) {
    return new Timetable(ZoneId.of(zone), LocalTime.parse(time), days);
  }

  private static Slot slot(String day, String at) {
    return new Slot(LocalDate.parse(day), Instant.parse(at));
  }
}
