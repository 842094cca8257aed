/**
 * The daily drop: drawing questions, posting them, taking answers, revealing. Read {@link
 * studycoach.feature.daily.DailyFeature} first, for what people do, then {@link
 * studycoach.feature.daily.DropKeeper}, for what the clock does.
 */
@NullMarked
package studycoach.feature.daily;

import org.jspecify.annotations.NullMarked;
