package studycoach.feature.retrospective;

import studycoach.study.board.Period;

/** The look back on a week, posted or to be posted. */
record Retrospective(long id, long group, Period.Week week) {}
