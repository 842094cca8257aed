/**
 * Pictures as values, laid out before anything is drawn, and drawn as PNG where the machine has
 * fonts. Read {@link studycoach.picture.Drawing} first.
 */
@NullMarked
package studycoach.picture;

import org.jspecify.annotations.NullMarked;
