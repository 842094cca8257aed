/**
 * The weekly look back of a group: how it answered, what was hardest, who came back, what comes
 * next. Read {@link studycoach.feature.retrospective.Retrospectives} first, for when it is posted,
 * then {@link studycoach.feature.retrospective.Week}, for what is in it.
 */
@NullMarked
package studycoach.feature.retrospective;

import org.jspecify.annotations.NullMarked;
