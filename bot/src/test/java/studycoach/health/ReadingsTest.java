package studycoach.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import studycoach.testing.TestDatabase;
import studycoach.testing.World;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class ReadingsTest {
  private final TestDatabase kind;
  private final AtomicLong nanos = new AtomicLong();
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private World world;
  private Readings readings;

  ReadingsTest(TestDatabase kind) {
    this.kind = kind;
  }

  @BeforeEach
  void open() {
    world = new World(kind, "2026-03-27T07:00:00Z");
    readings = new Readings(world.database(), world.clock(), nanos::get);
    readings.register(registry);
    world.chat().manager("amira").runs("setup exam:MLS-C01 time:08:00 zone:UTC reveal:1h");
  }

  @AfterEach
  void close() {
    readings.close();
    world.close();
  }

  private double planned() {
    return registry.get("coach.outbox.posts").tag("state", "planned").gauge().value();
  }

  private double value(String gauge) {
    return registry.get(gauge).gauge().value();
  }

  private void renew() {
    readings.renew().join();
  }

  @Test
  void beforeTheFirstLookNothingIsKnown() {
    assertThat(planned()).isNaN();
  }

  @Test
  void whatWaitsIsCountedAndTheOldestIsTimed() {
    world.chat().failNextBeforePosting(Duration.ofHours(1));
    world.goesTo("2026-03-27T08:00:00Z");
    world.goesTo("2026-03-27T08:10:00Z");

    renew();

    assertThat(planned()).isZero();
    assertThat(registry.get("coach.outbox.posts").tag("state", "sending").gauge().value())
        .isEqualTo(1);
    assertThat(value("coach.outbox.oldest")).isEqualTo(600);
    assertThat(value("coach.outbox.paused.places")).isZero();
  }

  @Test
  void aPlaceThatRefusesIsCountedAndItsPostsAreNotTimed() {
    world.chat().locks("the channel was deleted");
    world.goesTo("2026-03-27T08:00:00Z");
    world.goesTo("2026-03-27T08:10:00Z");

    renew();

    assertThat(planned()).isPositive();
    assertThat(value("coach.outbox.oldest")).isZero();
    assertThat(value("coach.outbox.paused.places")).isEqualTo(1);
  }

  @Test
  void theDatabaseIsAskedOnceInTenSeconds() {
    renew();
    world.chat().locks("the channel was deleted");
    world.goesTo("2026-03-27T08:00:00Z");

    nanos.addAndGet(Readings.AGE.toNanos() - 1);
    renew();
    assertThat(planned()).isZero();

    nanos.addAndGet(1);
    renew();
    assertThat(planned()).isPositive();
  }

  @Test
  void aJobThatIsDueAndNotBegunIsLate() {
    world.clock().set(Instant.parse("2026-03-27T08:00:30Z"));

    renew();

    assertThat(value("coach.jobs.overdue")).isEqualTo(30);
  }
}
