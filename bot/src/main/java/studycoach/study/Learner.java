package studycoach.study;

import java.time.ZoneId;
import java.util.Optional;

/**
 * One person, on however many platforms.
 *
 * @param zone their own, if they have told it
 */
public record Learner(long id, Optional<ZoneId> zone) {}
