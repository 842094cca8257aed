package studycoach.study.progress;

import java.time.Instant;
import studycoach.recall.Confidence;

/**
 * An answer of a learner's to a question of a pack, in whichever group or practice it was asked.
 *
 * @param confidence as told before the answer; {@code THINK} where it was not asked for
 */
public record Answered(String question, boolean correct, Confidence confidence, Instant at) {}
