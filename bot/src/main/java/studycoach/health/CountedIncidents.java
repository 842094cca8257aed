package studycoach.health;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import studycoach.chat.Incoming;
import studycoach.engine.Incidents;

/** Counts what is told elsewhere. */
public final class CountedIncidents implements Incidents {
  private final Incidents told;
  private final Counter counter;

  public CountedIncidents(Incidents told, MeterRegistry registry) {
    this.told = told;
    this.counter =
        Counter.builder("coach.incidents")
            .description("What went wrong on our side while somebody waited")
            .register(registry);
  }

  @Override
  public String report(Incoming incoming, RuntimeException cause) {
    counter.increment();
    return told.report(incoming, cause);
  }

  @Override
  public boolean isOutage(RuntimeException cause) {
    return told.isOutage(cause);
  }
}
