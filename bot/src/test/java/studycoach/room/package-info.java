/** Tests of the room; {@link studycoach.room.TenDropsTest} plays the product's main job. */
@NullMarked
package studycoach.room;

import org.jspecify.annotations.NullMarked;
