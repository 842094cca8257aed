/**
 * Copies a whole database into another, of the same kind or not. Read {@link
 * studycoach.copy.DatabaseCopy} first.
 */
@NullMarked
package studycoach.copy;

import org.jspecify.annotations.NullMarked;
