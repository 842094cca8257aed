package studycoach.feature.home;

import java.util.Optional;
import studycoach.study.board.Standing;

/**
 * Where a learner is on a group's board of the season.
 *
 * @param season its number
 * @param standing empty if they have not answered in it
 * @param of how many are on the board
 */
record Place(boolean member, boolean onBoard, int season, Optional<Standing> standing, int of) {

  String words() {
    if (!member) {
      return "you are not in this group; answering a question joins it";
    }
    return standing
        .map(this::words)
        .orElse("not on it yet; an answered question of this season puts you there");
  }

  private String words(Standing own) {
    String points = "season " + season + " · " + own.row().points() + " points";
    if (!onBoard) {
      return points + " · off the board, nobody else sees this";
    }
    String gap =
        own.ahead()
            .map(ahead -> ahead.points() - own.row().points())
            .map(behind -> " · " + behind + " behind the next")
            .orElse("");
    String shared = own.tied() == 0 ? "" : ", shared with " + own.tied();
    return points + " · place " + own.row().rank() + " of " + of + shared + gap;
  }
}
