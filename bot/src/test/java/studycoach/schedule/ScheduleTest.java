package studycoach.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import studycoach.store.Database;
import studycoach.testing.MutableClock;
import studycoach.testing.TestDatabase;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class ScheduleTest {
  private static final String JOB = "job";
  private static final long PATIENCE = 20;

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final MutableClock clock = new MutableClock("2026-03-29T00:30:00Z");
  private final Database database;
  private final Schedule schedule;
  private final List<String> runs = new ArrayList<>();

  ScheduleTest(TestDatabase kind) {
    database = kind.open();
    schedule = Schedule.byHand(database, clock);
  }

  @AfterEach
  void close() {
    schedule.close();
    database.close();
  }

  private void remember(String id) {
    runs.add(id + " " + clock.instant());
  }

  private void startRemembering() {
    schedule.start(
        List.of(
            new Job(
                JOB,
                id -> {
                  remember(id);
                  return Optional.empty();
                })));
  }

  private Instant in(int minutes) {
    return clock.instant().plus(Duration.ofMinutes(minutes));
  }

  @Test
  void runsWhatIsDueAndNothingElse() {
    startRemembering();
    schedule.now(JOB, "1");
    schedule.at(JOB, "2", in(5));

    schedule.runDue();

    assertThat(runs).containsExactly("1 2026-03-29T00:30:00Z");
    assertThat(schedule.next()).contains(in(5));
  }

  @Test
  void aLaterWishReplacesAnEarlierOne() {
    startRemembering();
    schedule.at(JOB, "1", in(1));
    schedule.at(JOB, "1", in(5));

    assertThat(schedule.next()).contains(in(5));
  }

  @Test
  void byKeepsTheEarlierMoment() {
    startRemembering();
    schedule.by(JOB, "1", in(1));
    schedule.by(JOB, "1", in(5));

    assertThat(schedule.next()).contains(in(1));
  }

  @Test
  void runsAgainWhenTheWorkSaysSo() {
    schedule.start(
        List.of(
            new Job(
                JOB,
                id -> {
                  remember(id);
                  return runs.size() == 1 ? Optional.of(in(5)) : Optional.empty();
                })));
    schedule.now(JOB, "1");
    schedule.runDue();
    clock.advance(Duration.ofMinutes(5));
    schedule.runDue();

    assertThat(runs).hasSize(2);
    assertThat(schedule.next()).isEmpty();
  }

  @Test
  void runsWhatBecomesDueThereby() {
    schedule.start(
        List.of(
            new Job(
                JOB,
                id -> {
                  remember(id);
                  if (!id.equals("2")) {
                    schedule.now(JOB, "2");
                  }
                  return Optional.empty();
                })));
    schedule.now(JOB, "1");
    schedule.runDue();

    assertThat(runs).hasSize(2);
  }

  @Test
  void aWishWhileTheWorkRunsIsNotLost() {
    schedule.start(
        List.of(
            new Job(
                JOB,
                id -> {
                  remember(id);
                  if (runs.size() == 1) {
                    schedule.at(JOB, id, in(10));
                    schedule.now(JOB, id);
                  }
                  return Optional.of(in(60));
                })));
    schedule.now(JOB, "1");
    schedule.runDue();

    assertThat(runs).containsExactly("1 2026-03-29T00:30:00Z", "1 2026-03-29T00:30:00Z");
    assertThat(schedule.next()).contains(in(60));
  }

  @Test
  void whatFailsIsTriedAgain() {
    schedule.start(
        List.of(
            new Job(
                JOB,
                id -> {
                  remember(id);
                  if (runs.size() < 3) {
                    throw new IllegalStateException("as the test wants");
                  }
                  return Optional.empty();
                })));
    schedule.now(JOB, "1");
    schedule.runDue();
    assertThat(schedule.next().orElseThrow()).isAfter(clock.instant());
    clock.advance(Duration.ofMinutes(1));
    schedule.runDue();
    clock.advance(Duration.ofMinutes(1));
    schedule.runDue();

    assertThat(runs).hasSize(3);
    assertThat(schedule.next()).isEmpty();
  }

  @Test
  void twoRunsForOneIdNeverOverlap() throws Exception {
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch mayEnd = new CountDownLatch(1);
    Semaphore done = new Semaphore(0);
    try (Schedule background = Schedule.inBackground(database, Clock.systemUTC(), registry)) {
      background.start(
          List.of(
              new Job(
                  JOB,
                  id -> {
                    most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                    begun.countDown();
                    await(mayEnd);
                    inside.decrementAndGet();
                    done.release();
                    return Optional.empty();
                  })));
      background.now(JOB, "1");
      assertThat(begun.await(PATIENCE, TimeUnit.SECONDS)).isTrue();
      background.now(JOB, "1");
      // The second must have had its chance: it is put off at least once.
      Instant wished = Instant.now();
      while (background.next().filter(next -> next.isAfter(wished.plusSeconds(1))).isEmpty()
          && Instant.now().isBefore(wished.plusSeconds(5))
          && most.get() < 2) {
        Thread.onSpinWait();
      }
      mayEnd.countDown();
      assertThat(done.tryAcquire(2, PATIENCE, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(most).hasValue(1);
  }

  @Test
  void jobsThatFailAndHowLateTheyBeginAreMeasuredAndWhetherAnyAreBegun() throws Exception {
    Semaphore done = new Semaphore(0);
    Schedule background = Schedule.inBackground(database, Clock.systemUTC(), registry);
    try (background) {
      assertThat(background.isWorking()).isTrue();
      background.start(
          List.of(
              new Job(
                  JOB,
                  id -> {
                    done.release();
                    throw new IllegalStateException("broken");
                  })));
      assertThat(registry.get("coach.jobs.failed").tag("name", JOB).counter().count()).isZero();
      background.at(JOB, "1", Instant.now().minusSeconds(60));
      assertThat(done.tryAcquire(PATIENCE, TimeUnit.SECONDS)).isTrue();
      assertThat(background.isWorking()).isTrue();
    }
    assertThat(registry.get("coach.jobs.failed").tag("name", JOB).counter().count()).isOne();
    assertThat(registry.get("coach.job.lag").tag("name", JOB).timer().max(TimeUnit.SECONDS))
        .isBetween(60.0, 90.0);
    assertThat(background.isWorking()).isFalse();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
