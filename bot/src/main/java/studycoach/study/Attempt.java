package studycoach.study;

import java.time.Instant;

/** What a learner answered to a question of a drop, and whether it was right. */
public record Attempt(long learner, Answer answer, boolean correct, Instant answeredAt) {}
