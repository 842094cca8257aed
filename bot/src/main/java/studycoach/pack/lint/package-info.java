/**
 * What is wrong with questions that the format allows: each rule finds one kind of flaw, and the
 * bot serves such questions all the same. Read {@link studycoach.pack.lint.Rule} first, then {@link
 * studycoach.pack.lint.Linter}.
 */
@NullMarked
package studycoach.pack.lint;

import org.jspecify.annotations.NullMarked;
