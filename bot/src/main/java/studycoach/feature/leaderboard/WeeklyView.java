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
import studycoach.picture.Painter;
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
  private final Painter painter;

  WeeklyView(
      Boards boards, Periods periods, Learners learners, Supplier<Bank> bank, Painter painter) {
    this.boards = boards;
    this.periods = periods;
    this.bank = bank;
    this.learners = learners;
    this.painter = painter;
  }

  Message of(Group group, Period week, Destination to, PostKey key) {
    BoardLines lines = new BoardLines(learner -> learners.account(learner, to));
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Title(Markup.of("The week's boards · " + periods.name(group, week))));
    picture(group, week, to).ifPresent(blocks::add);
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

  /** Beside the words, in which accounts can be pressed. */
  private Optional<Block> picture(Group group, Period week, Destination to) {
    WeeklySums sums = sums(group, week, to);
    return sums.domains().size() > WeeklyPicture.MOST_DOMAINS
        ? Optional.empty()
        : painter
            .paint(() -> WeeklyPicture.of(sums))
            .map(png -> new Block.Image(png, sums.alt(), List.of()));
  }

  private WeeklySums sums(Group group, Period week, Destination to) {
    Boards.Key all = new Boards.Key(group.id(), week, Optional.empty());
    List<WeeklySums.Line> best =
        boards.rows(all, 0, WeeklySums.MOST).stream()
            .map(
                row ->
                    new WeeklySums.Line(
                        row.rank(), learners.account(row.learner(), to).name(), row.points()))
            .toList();
    return new WeeklySums(
        periods.name(group, week),
        best,
        boards.size(all) - best.size(),
        domains(group).stream().map(domain -> in(group, week, domain)).toList());
  }

  private WeeklySums.InDomain in(Group group, Period week, Domain domain) {
    Boards.Key board = new Boards.Key(group.id(), week, Optional.of(domain.id()));
    return new WeeklySums.InDomain(domain, boards.accuracy(board));
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
