/**
 * The kernel: who learns, in which group, what was asked, what was answered, and the rules that
 * follow from it. Read {@link studycoach.study.Attempts} first.
 */
@NullMarked
package studycoach.study;

import org.jspecify.annotations.NullMarked;
