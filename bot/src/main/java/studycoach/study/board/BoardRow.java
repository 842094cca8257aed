package studycoach.study.board;

import studycoach.study.draw.Accuracy;

/**
 * A line of a board.
 *
 * @param rank from 1; ties share one: 1, 2, 2, 4
 */
public record BoardRow(int rank, long learner, long points, Accuracy accuracy) {}
