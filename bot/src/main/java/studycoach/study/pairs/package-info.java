/**
 * Options that are taken for one another: what beats what in the log, and which question has the
 * two the other way round. Read {@link studycoach.study.pairs.Confusion} first, then {@link
 * studycoach.study.pairs.OptionNames}.
 */
@NullMarked
package studycoach.study.pairs;

import org.jspecify.annotations.NullMarked;
