/**
 * Questions on the screen: in the order in which somebody sees them, with what they are answered by
 * and what is told afterwards, wherever they are asked. Read {@link studycoach.study.ask.Shown}
 * first.
 */
@NullMarked
package studycoach.study.ask;

import org.jspecify.annotations.NullMarked;
