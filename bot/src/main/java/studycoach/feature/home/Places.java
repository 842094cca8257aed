package studycoach.feature.home;

import java.util.Optional;
import studycoach.study.Group;
import studycoach.study.Learner;
import studycoach.study.Members;
import studycoach.study.board.Boards;
import studycoach.study.board.Period;
import studycoach.study.board.Seasons;

/** Looks up where learners are on the boards of the season that runs. */
public final class Places {
  private final Members members;
  private final Boards boards;
  private final Seasons seasons;

  public Places(Members members, Boards boards, Seasons seasons) {
    this.members = members;
    this.boards = boards;
    this.seasons = seasons;
  }

  Place of(Group group, Learner learner) {
    int season = seasons.current(group.id()).number();
    Boards.Key board = new Boards.Key(group.id(), new Period.OfSeason(season), Optional.empty());
    return new Place(
        members.contains(group.id(), learner.id()),
        learner.onBoard(),
        season,
        boards.standing(board, learner.id()),
        boards.size(board));
  }
}
