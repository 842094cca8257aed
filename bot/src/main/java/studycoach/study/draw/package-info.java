/**
 * The draw: which domain the next question comes from, and which of its questions. Read {@link
 * studycoach.study.draw.Quota} first.
 */
@NullMarked
package studycoach.study.draw;

import org.jspecify.annotations.NullMarked;
