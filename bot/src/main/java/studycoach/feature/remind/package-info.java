/**
 * Reminders by direct message, for those who asked for them. Read {@link
 * studycoach.feature.remind.Reminding} first, then {@link studycoach.feature.remind.Timing} for
 * when they come.
 */
@NullMarked
package studycoach.feature.remind;

import org.jspecify.annotations.NullMarked;
