package studycoach.study.draw;

import java.time.Instant;
import java.util.Optional;

/**
 * A question that may be drawn.
 *
 * @param question its id
 * @param lastShown when the group's latest drop with it was opened; empty if there was none
 */
public record Candidate(String question, Optional<Instant> lastShown) {}
