package studycoach.feature.leaderboard;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import studycoach.chat.ActionId;
import studycoach.chat.Block;
import studycoach.chat.Control;
import studycoach.chat.Destination;
import studycoach.chat.Message;
import studycoach.chat.PostKey;
import studycoach.markup.Markup;
import studycoach.pack.Bank;
import studycoach.pack.Domain;
import studycoach.study.Group;
import studycoach.study.Learners;
import studycoach.study.board.BoardRow;
import studycoach.study.board.Boards;
import studycoach.study.board.Period;

/** The boards of a week as a post for all. */
final class WeeklyView {
  private static final int OVERALL = 10;
  private static final int PER_DOMAIN = 3;

  private final Boards boards;
  private final Periods periods;
  private final Supplier<Bank> bank;
  private final Learners learners;

  WeeklyView(Boards boards, Periods periods, Learners learners, Supplier<Bank> bank) {
    this.boards = boards;
    this.periods = periods;
    this.bank = bank;
    this.learners = learners;
  }

  Message of(Group group, Period week, Destination to, PostKey key) {
    BoardLines lines = new BoardLines(learner -> learners.account(learner, to));
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Title(Markup.of("The week's boards · " + periods.name(group, week))));
    board(lines, group, week, Optional.empty(), OVERALL).ifPresent(blocks::add);
    for (Domain domain : domains(group)) {
      board(lines, group, week, Optional.of(domain), PER_DOMAIN).ifPresent(blocks::add);
    }
    blocks.add(
        new Block.Controls(
            List.of(
                new Control.Button(
                    "My place",
                    ActionId.of(
                        LeaderboardFeature.NAME, "place", group.id(), week.key(), key.value())))));
    return new Message(blocks);
  }

  private List<Domain> domains(Group group) {
    return bank.get()
        .pack(group.settings().exam())
        .map(pack -> pack.exam().domains())
        .orElse(List.of());
  }

  private Optional<Block> board(
      BoardLines lines, Group group, Period week, Optional<Domain> domain, int most) {
    Boards.Key board = new Boards.Key(group.id(), week, domain.map(Domain::id));
    List<BoardRow> rows = boards.rows(board, 0, most);
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    int more = boards.size(board) - rows.size();
    Markup shown =
        Markup.empty()
            .bold(domain.map(Domain::name).orElse("All domains"))
            .text("\n")
            .and(lines.of(rows));
    return Optional.of(new Block.Text(more == 0 ? shown : shown.text("\nand " + more + " more")));
  }
}
