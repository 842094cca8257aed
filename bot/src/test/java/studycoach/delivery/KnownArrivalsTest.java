package studycoach.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static studycoach.testing.AtOnce.atOnce;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import studycoach.schedule.Schedule;
import studycoach.store.Database;
import studycoach.testing.MutableClock;
import studycoach.testing.TestDatabase;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class KnownArrivalsTest {
  private final MutableClock clock = new MutableClock("2026-03-29T00:30:00Z");
  private final List<String> done = Collections.synchronizedList(new ArrayList<>());
  private final Database database;
  private final Schedule schedule;
  private final KnownArrivals here;
  private final KnownArrivals elsewhere;

  KnownArrivalsTest(TestDatabase kind) {
    database = kind.open();
    schedule = Schedule.byHand(database, clock);
    here = new KnownArrivals(database.jdbi(), schedule, clock);
    elsewhere = new KnownArrivals(database.jdbi(), schedule, clock);
    schedule.start(List.of(here.job()));
  }

  @AfterEach
  void close() {
    schedule.close();
    database.close();
  }

  @Test
  void whatIsToldTwiceIsDoneOnceWhoeverHearsIt() {
    here.once("Ev1", () -> done.add("here"));
    elsewhere.once("Ev1", () -> done.add("elsewhere"));
    here.once("Ev2", () -> done.add("another"));

    assertThat(done).containsExactly("here", "another");
  }

  @Test
  void whatManyHearAtTheSameTimeIsDoneOnce() throws Exception {
    Callable<Boolean> hears =
        () -> {
          here.once("Ev1", () -> done.add("once"));
          return true;
        };
    atOnce(16, hears);

    assertThat(done).containsExactly("once");
  }

  @Test
  void whatWasBegunAndNotEndedIsDoneWhenItIsToldAgainLater() {
    assertThatThrownBy(
            () ->
                here.once(
                    "Ev1",
                    () -> {
                      throw new IllegalStateException("as if killed");
                    }))
        .hasMessage("as if killed");

    elsewhere.once("Ev1", () -> done.add("too soon"));
    clock.advance(Duration.ofMinutes(1));
    elsewhere.once("Ev1", () -> done.add("again"));
    clock.advance(Duration.ofMinutes(5));
    here.once("Ev1", () -> done.add("once more"));

    assertThat(done).containsExactly("again");
  }

  @Test
  void whatIsToldNoMoreIsForgotten() {
    here.once("Ev1", () -> done.add("once"));
    clock.advance(Duration.ofHours(25));
    schedule.now(here.job().name(), "all");
    schedule.runDue();

    assertThat(
            database
                .jdbi()
                .<Integer, RuntimeException>withHandle(
                    handle ->
                        handle
                            .createQuery("SELECT COUNT(*) FROM arrival")
                            .mapTo(Integer.class)
                            .one()))
        .isZero();
  }
}
