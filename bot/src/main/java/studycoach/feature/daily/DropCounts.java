package studycoach.feature.daily;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import studycoach.study.Drop;

/**
 * Counts drops.
 *
 * @param planned those whose posts are to be sent
 * @param late those of them that come more than a minute after their time
 * @param failed those that could not be seen anywhere
 */
record DropCounts(Counter planned, Counter late, Counter failed) {
  static DropCounts in(MeterRegistry registry) {
    return new DropCounts(
        Counter.builder("coach.drops.planned")
            .description("Drops whose posts are to be sent")
            .register(registry),
        Counter.builder("coach.drops.late")
            .description("Planned drops that come more than a minute after their time")
            .register(registry),
        Counter.builder("coach.drops.failed")
            .description("Drops that could not be seen anywhere in their window")
            .register(registry));
  }

  void opened(Drop drop) {
    planned.increment();
    if (drop.late()) {
      late.increment();
    }
  }
}
