/**
 * How a learner does in the parts of an exam, how sure that is, and what they do best next. Read
 * {@link studycoach.study.progress.Progress} first.
 */
@NullMarked
package studycoach.study.progress;

import org.jspecify.annotations.NullMarked;
