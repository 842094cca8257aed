package studycoach.feature.leaderboard;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import studycoach.chat.ActionId;
import studycoach.chat.Block;
import studycoach.chat.Control;
import studycoach.chat.Message;
import studycoach.chat.UserRef;
import studycoach.markup.Markup;
import studycoach.pack.Domain;
import studycoach.study.Group;
import studycoach.study.Learner;
import studycoach.study.Learners;
import studycoach.study.board.BoardRow;
import studycoach.study.board.Boards;
import studycoach.study.board.Period;
import studycoach.study.board.Standing;

/** A board as one person sees it, page by page. */
final class BoardView {
  private static final int PAGE = 10;

  private final Boards boards;
  private final Periods periods;
  private final Learners learners;

  BoardView(Boards boards, Periods periods, Learners learners) {
    this.boards = boards;
    this.periods = periods;
    this.learners = learners;
  }

  /**
   * A page of a board.
   *
   * @param domains of the exam, to choose from
   * @param offset how many lines come before, in whole pages
   * @param user the reader's account, where names are shown
   */
  Message page(
      Group group,
      Boards.Key board,
      List<Domain> domains,
      int offset,
      Learner reader,
      UserRef user) {
    BoardLines lines = new BoardLines(learner -> learners.account(learner, user));
    List<BoardRow> rows = boards.rows(board, offset, PAGE);
    Optional<Standing> standing = boards.standing(board, reader.id());
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Title(Markup.of(title(group, board, domains))));
    if (rows.isEmpty() && standing.isEmpty()) {
      blocks.add(new Block.Text(Markup.of("Nobody is on this board yet.")));
    } else {
      blocks.add(
          new Block.Text(standing.map(own -> lines.of(rows, own)).orElseGet(() -> lines.of(rows))));
    }
    blocks.add(new Block.Text(own(lines, standing, reader)));
    blocks.add(new Block.Controls(controls(group, board, offset)));
    blocks.add(new Block.Controls(List.of(domainSelect(board, domains))));
    return new Message(blocks);
  }

  private String title(Group group, Boards.Key board, List<Domain> domains) {
    String name =
        board
            .domain()
            .map(
                id ->
                    domains.stream()
                        .filter(domain -> domain.id().equals(id))
                        .map(Domain::name)
                        .findFirst()
                        .orElse(id))
            .orElse("all domains");
    return "Leaderboard · " + name + " · " + periods.name(group, board.period());
  }

  private static Markup own(BoardLines lines, Optional<Standing> standing, Learner reader) {
    if (standing.isEmpty()) {
      return Markup.of("You have no answer here yet: a question answered puts you on the board.");
    }
    Markup gaps = lines.gaps(standing.get());
    return reader.onBoard()
        ? gaps
        : gaps.text(" You are off the board: only you see this. To change it: settings board:on");
  }

  private List<Control> controls(Group group, Boards.Key board, int offset) {
    List<Control> controls = new ArrayList<>();
    if (offset > 0) {
      controls.add(turn("◀ Higher ranks", board, board.period(), Math.max(0, offset - PAGE)));
    }
    if (boards.size(board) > offset + PAGE) {
      controls.add(turn("Lower ranks ▶", board, board.period(), offset + PAGE));
    }
    boards
        .earlier(group.id(), board.period())
        .ifPresent(earlier -> controls.add(turn("Earlier", board, earlier, 0)));
    boards
        .later(group.id(), board.period())
        .ifPresent(later -> controls.add(turn("Later", board, later, 0)));
    Stream.of("week", "month", "season", "all")
        .filter(kind -> !board.period().key().startsWith(kind))
        .map(kind -> turn(label(kind), board, periods.now(group, kind), 0))
        .forEach(controls::add);
    return controls;
  }

  private static String label(String kind) {
    return kind.equals("all") ? "All time" : "This " + kind;
  }

  private static Control turn(String label, Boards.Key board, Period period, int offset) {
    return new Control.Button(
        label,
        ActionId.of(
            LeaderboardFeature.NAME,
            "turn",
            board.group(),
            period.key(),
            offset,
            board.domain().orElse("")));
  }

  private static Control domainSelect(Boards.Key board, List<Domain> domains) {
    List<Control.SelectOption> choices = new ArrayList<>();
    choices.add(new Control.SelectOption("All domains", LeaderboardFeature.ALL_DOMAINS));
    domains.forEach(domain -> choices.add(new Control.SelectOption(domain.name(), domain.id())));
    return new Control.Select(
        "Domain",
        ActionId.of(LeaderboardFeature.NAME, "domain", board.group(), board.period().key()),
        choices,
        1,
        1);
  }
}
