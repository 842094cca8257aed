package studycoach.study;

import java.time.Instant;

/**
 * A question that is not drawn for a group.
 *
 * @param question its id
 * @param home of the account that holds it
 */
public record Hold(String question, long home, Instant since) {}
