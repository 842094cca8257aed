package studycoach.feature.leaderboard;

import studycoach.study.board.Period;

/** The board of a week, posted or to be posted. */
record WeeklyBoard(long id, long group, Period week) {}
