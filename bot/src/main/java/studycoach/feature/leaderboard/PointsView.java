package studycoach.feature.leaderboard;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import studycoach.chat.ActionId;
import studycoach.chat.Block;
import studycoach.chat.Control;
import studycoach.chat.Message;
import studycoach.markup.Markup;
import studycoach.pack.Bank;
import studycoach.study.Group;
import studycoach.study.board.Boards;
import studycoach.study.board.Period;
import studycoach.study.board.Points;

/** Where somebody's points came from, page by page. */
final class PointsView {
  private static final int PAGE = 15;
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEE d MMM yyyy", Locale.ENGLISH);

  private final Points points;
  private final Boards boards;
  private final Supplier<Bank> bank;

  PointsView(Points points, Boards boards, Supplier<Bank> bank) {
    this.points = points;
    this.boards = boards;
    this.bank = bank;
  }

  Message page(Group group, long learner, int offset) {
    List<Points.Grant> grants = points.of(group.id(), learner, offset, PAGE + 1);
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Title(Markup.of("Your points: " + total(group.id(), learner))));
    blocks.add(
        new Block.Text(
            Markup.of(
                "A right answer gives 10, 15 or 20 by the question's difficulty, each question"
                    + " once, in drops and in live quizzes of three or more. Practice gives"
                    + " none.")));
    if (!grants.isEmpty()) {
      blocks.add(
          new Block.Fields(
              grants.stream()
                  .limit(PAGE)
                  .map(grant -> new Block.Field(DAY.format(grant.day()), words(grant)))
                  .toList()));
    }
    List<Control> turns = new ArrayList<>();
    if (offset > 0) {
      turns.add(turn("◀ Later", group, Math.max(0, offset - PAGE)));
    }
    if (grants.size() > PAGE) {
      turns.add(turn("Earlier ▶", group, offset + PAGE));
    }
    if (!turns.isEmpty()) {
      blocks.add(new Block.Controls(turns));
    }
    return new Message(blocks);
  }

  private long total(long group, long learner) {
    return boards
        .standing(new Boards.Key(group, new Period.All(), Optional.empty()), learner)
        .map(standing -> standing.row().points())
        .orElse(0L);
  }

  private Markup words(Points.Grant grant) {
    return Markup.empty()
        .bold("+" + grant.points())
        .text(
            " · "
                + bank.get().domainName(grant.question(), grant.domain())
                + " · "
                + grant.question()
                + " · rule "
                + grant.rule());
  }

  private static Control turn(String label, Group group, int offset) {
    return new Control.Button(
        label, ActionId.of(LeaderboardFeature.NAME, "points", group.id(), offset));
  }
}
