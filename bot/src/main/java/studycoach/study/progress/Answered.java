package studycoach.study.progress;

import java.time.Instant;

/** An answer of a learner's to a question of a pack, in whichever group it was asked. */
record Answered(String question, boolean correct, Instant at) {}
