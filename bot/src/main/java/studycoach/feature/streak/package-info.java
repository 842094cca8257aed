/**
 * Streaks explained, drop by drop. Read {@link studycoach.feature.streak.StreakFeature} first; the
 * rule itself is {@link studycoach.study.StreakRule}.
 */
@NullMarked
package studycoach.feature.streak;

import org.jspecify.annotations.NullMarked;
