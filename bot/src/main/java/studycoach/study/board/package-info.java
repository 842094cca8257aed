/**
 * Points and boards: what a right answer is worth, and the log added up by period and domain. Read
 * {@link studycoach.study.board.Tallies} first.
 */
@NullMarked
package studycoach.study.board;

import org.jspecify.annotations.NullMarked;
