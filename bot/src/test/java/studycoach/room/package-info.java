/** Trials of the whole room, in this process and in children that are killed. */
@NullMarked
package studycoach.room;

import org.jspecify.annotations.NullMarked;
