package studycoach.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import studycoach.config.Backups;
import studycoach.schedule.Schedule;
import studycoach.store.Database;
import studycoach.testing.MutableClock;
import studycoach.testing.TestDatabase;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class DailyBackupsTest {
  @TempDir private Path data;
  private final Database database;
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

  /** The clocks of Berlin change on the 29th. */
  private final MutableClock clock = new MutableClock("2026-03-27T08:00:00Z");

  DailyBackupsTest(TestDatabase kind) {
    database = kind.open();
  }

  @AfterEach
  void close() {
    database.close();
  }

  private Path folder() {
    return data.resolve("kept");
  }

  private Schedule process(Optional<Path> folder, int keep) {
    Schedule schedule = Schedule.byHand(database, clock);
    Backups backups = new Backups(folder, LocalTime.of(3, 30), ZoneId.of("Europe/Berlin"), keep);
    DailyBackups daily = new DailyBackups(database, backups, clock, registry);
    schedule.start(List.of(daily.job()));
    daily.plan(schedule);
    return schedule;
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder())) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private double count(String outcome) {
    return registry.get("coach.backups").tag("outcome", outcome).counter().count();
  }

  private void goesTo(Schedule schedule, String moment) {
    clock.set(Instant.parse(moment));
    schedule.runDue();
  }

  @Test
  void oneIsMadeEachDayAtItsTimeAndSomeAreKept() throws IOException {
    Files.createDirectories(folder());
    Files.writeString(folder().resolve("coach-20260101T000000Z.zip.txt"), "mine");
    Files.writeString(folder().resolve("before-20261121.1700-20260101T000000Z.zip"), "older");
    try (Schedule schedule = process(Optional.of(folder()), 2)) {
      goesTo(schedule, "2026-03-28T02:29:59Z");
      assertThat(names()).hasSize(2);
      goesTo(schedule, "2026-03-28T02:30:00Z");
      goesTo(schedule, "2026-03-29T01:30:00Z");
      goesTo(schedule, "2026-03-30T01:30:00Z");
      assertThat(names())
          .containsExactly(
              "before-20261121.1700-20260101T000000Z.zip",
              "coach-20260101T000000Z.zip.txt",
              "coach-20260329T013000Z.zip",
              "coach-20260330T013000Z.zip");
      assertThat(count("made")).isEqualTo(3);
      assertThat(count("failed")).isZero();
    }
  }

  @Test
  void oneThatWasMissedComesAtOnce() throws IOException {
    process(Optional.of(folder()), 7).close();
    clock.set(Instant.parse("2026-03-28T10:00:00Z"));
    try (Schedule schedule = process(Optional.of(folder()), 7)) {
      schedule.runDue();
      assertThat(names()).containsExactly("coach-20260328T100000Z.zip");
    }
  }

  @Test
  void ofTwoProcessesOneMakesIt() throws IOException {
    try (Schedule one = process(Optional.of(folder()), 7);
        Schedule two = process(Optional.of(folder()), 7)) {
      goesTo(one, "2026-03-28T02:30:00Z");
      goesTo(two, "2026-03-28T02:30:00Z");
      goesTo(two, "2026-03-28T02:30:05Z");
      assertThat(names()).containsExactly("coach-20260328T023000Z.zip");
    }
  }

  @Test
  void aFailureIsCountedAndTriedAgainInAnHour() throws IOException {
    Files.writeString(folder(), "no folder");
    try (Schedule schedule = process(Optional.of(folder()), 7)) {
      goesTo(schedule, "2026-03-28T02:30:00Z");
      assertThat(count("failed")).isEqualTo(1);
      Files.delete(folder());
      goesTo(schedule, "2026-03-28T03:29:59Z");
      assertThat(folder()).doesNotExist();
      goesTo(schedule, "2026-03-28T03:30:00Z");
      assertThat(names()).containsExactly("coach-20260328T033000Z.zip");
      assertThat(count("made")).isEqualTo(1);
      assertThat(schedule.next()).contains(Instant.parse("2026-03-29T01:30:00Z"));
    }
  }

  @Test
  void withoutAFolderNoneIsMade() {
    process(Optional.of(folder()), 7).close();
    try (Schedule schedule = process(Optional.empty(), 7)) {
      goesTo(schedule, "2026-03-28T02:30:00Z");
      assertThat(schedule.next()).isEmpty();
      assertThat(folder()).doesNotExist();
    }
  }

  @Test
  void whatAKilledProcessHasLeftIsClearedAway() throws IOException {
    Path left = Files.createDirectories(folder().resolve(".coach-backup-1"));
    Files.writeString(left.resolve("coach.mv.db"), "half");
    Files.setLastModifiedTime(left, FileTime.from(Instant.parse("2026-03-26T00:00:00Z")));
    try (Schedule schedule = process(Optional.of(folder()), 7)) {
      goesTo(schedule, "2026-03-28T02:30:00Z");
      assertThat(names()).containsExactly("coach-20260328T023000Z.zip");
    }
  }
}
