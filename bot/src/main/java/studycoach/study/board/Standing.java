package studycoach.study.board;

import java.util.Optional;

/**
 * Where a learner stands on a board.
 *
 * @param row their own; off the board, the rank that they would have
 * @param ahead the nearest with more points
 * @param behind the nearest with fewer points
 * @param tied how many others have as many points
 */
public record Standing(
    BoardRow row, Optional<BoardRow> ahead, Optional<BoardRow> behind, int tied) {}
