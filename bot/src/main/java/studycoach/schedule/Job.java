package studycoach.schedule;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * Something to be done at a moment, for one thing at a time: two runs for the same id never
 * overlap. It is run at least once, perhaps again after a crash, so running it twice must do no
 * more than running it once.
 *
 * @param work takes the id; returns when to run again for it, or empty if there is no need
 */
public record Job(String name, Function<String, Optional<Instant>> work) {}
