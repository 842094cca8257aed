/**
 * How a learner does in the group's exam, for themselves and as far as they let others see it. Read
 * {@link studycoach.feature.progress.ProgressFeature} first.
 */
@NullMarked
package studycoach.feature.progress;

import org.jspecify.annotations.NullMarked;
