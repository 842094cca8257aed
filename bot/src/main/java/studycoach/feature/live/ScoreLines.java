package studycoach.feature.live;

import java.util.List;
import studycoach.chat.Destination;
import studycoach.markup.Markup;
import studycoach.study.Learners;

/**
 * Scores as text.
 *
 * @param to where they are shown
 */
record ScoreLines(Learners learners, Destination to) {

  /**
   * A line each.
   *
   * @param most how many lines
   */
  Markup of(List<Score> board, int most) {
    Markup lines = Markup.empty();
    for (Score score : board.subList(0, Math.min(most, board.size()))) {
      lines =
          lines
              .text(lines.spans().isEmpty() ? "" : "\n")
              .bold(score.rank() + ".")
              .text(" ")
              .and(learners.account(score.learner(), to).span())
              .text(" · " + told(score));
    }
    return board.size() > most ? lines.text("\nand " + (board.size() - most) + " more") : lines;
  }

  /** What somebody has got in the game. */
  static String told(Score score) {
    return score.points() + " · " + score.right() + " of " + score.answered() + " right";
  }
}
