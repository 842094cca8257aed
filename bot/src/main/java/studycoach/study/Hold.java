package studycoach.study;

import java.time.Instant;

/**
 * A question that is not drawn for a group.
 *
 * @param question its id
 * @param learner who holds it
 */
public record Hold(String question, long learner, Instant since) {}
