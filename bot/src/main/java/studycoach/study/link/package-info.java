/**
 * One person with accounts on several platforms: their histories become one, and part again when
 * that is undone. Read {@link studycoach.study.link.Links} first.
 */
@NullMarked
package studycoach.study.link;

import org.jspecify.annotations.NullMarked;
