/**
 * Live quizzes: a channel plays some questions together, each for some seconds. Read {@link
 * studycoach.feature.live.GameKeeper} first.
 */
@NullMarked
package studycoach.feature.live;

import org.jspecify.annotations.NullMarked;
