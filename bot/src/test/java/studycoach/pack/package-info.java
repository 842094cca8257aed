/**
 * Tests of question packs. Read {@link studycoach.pack.TestPack} first: a small pack without a
 * mistake, which most tests break in one place.
 */
@NullMarked
package studycoach.pack;

import org.jspecify.annotations.NullMarked;
