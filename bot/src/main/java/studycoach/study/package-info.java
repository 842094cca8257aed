/**
 * The kernel: who learns, in which group, what was asked, what was answered, and the rules that
 * follow from it. Read {@link studycoach.study.Answers} first, for what is written, then {@link
 * studycoach.study.Attempts}, for what is read.
 */
@NullMarked
package studycoach.study;

import org.jspecify.annotations.NullMarked;
