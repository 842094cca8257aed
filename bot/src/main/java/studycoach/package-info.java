/** The program: {@link studycoach.Main}. */
@NullMarked
package studycoach;

import org.jspecify.annotations.NullMarked;
