/**
 * Private practice: {@code quiz} and {@code review} ask one question after the other in one
 * message. Read {@link studycoach.feature.practice.PracticeFeature} first, for what people do, then
 * {@link studycoach.feature.practice.Practising}, for what becomes of it.
 */
@NullMarked
package studycoach.feature.practice;

import org.jspecify.annotations.NullMarked;
