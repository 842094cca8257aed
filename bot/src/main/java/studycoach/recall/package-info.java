/**
 * Memory: how likely a learner still knows a question, what an answer changes about that, and which
 * questions to review today, as pure functions. Read {@link studycoach.recall.Fsrs} first, then
 * {@link studycoach.recall.Reviews}.
 */
@NullMarked
package studycoach.recall;

import org.jspecify.annotations.NullMarked;
