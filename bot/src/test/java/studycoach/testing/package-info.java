/** What tests of all packages share. */
@NullMarked
package studycoach.testing;

import org.jspecify.annotations.NullMarked;
