/**
 * Tests of the linter. Read {@link studycoach.pack.lint.LinterTest} first: a bad pack for every
 * rule.
 */
@NullMarked
package studycoach.pack.lint;

import org.jspecify.annotations.NullMarked;
