package studycoach.feature.leaderboard;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import studycoach.chat.Command;
import studycoach.chat.Incoming;
import studycoach.chat.Message;
import studycoach.chat.OnClick;
import studycoach.chat.Option;
import studycoach.chat.Origin;
import studycoach.chat.Permission;
import studycoach.chat.Reply;
import studycoach.chat.Response;
import studycoach.chat.UserError;
import studycoach.delivery.Outbox;
import studycoach.engine.Feature;
import studycoach.pack.Bank;
import studycoach.pack.Domain;
import studycoach.picture.Painter;
import studycoach.schedule.Job;
import studycoach.study.Drops;
import studycoach.study.ExamDomains;
import studycoach.study.Group;
import studycoach.study.Groups;
import studycoach.study.Learners;
import studycoach.study.board.Boards;
import studycoach.study.board.Period;
import studycoach.study.board.Points;
import studycoach.study.board.PostedWeek;
import studycoach.study.board.PostedWeeks;
import studycoach.study.board.Seasons;

/** {@code leaderboard}, {@code points}, and the weekly post of all boards. */
public final class LeaderboardFeature implements Feature {
  static final String NAME = "board";

  /** No domain's id. */
  static final String ALL_DOMAINS = "*";

  private static final int MOST_LINES = 1_000_000;
  private static final int LONGEST_DOMAIN = 60;
  private static final List<String> KINDS = List.of("week", "month", "season", "all");

  private final Groups groups;
  private final Learners learners;
  private final ExamDomains domains;
  private final Periods periods;
  private final BoardView view;
  private final PointsView pointsView;
  private final WeeklyBoards weekly;

  /**
   * @param beside plans what else is posted of a week, with its boards
   */
  public LeaderboardFeature(
      Jdbi jdbi,
      Groups groups,
      Learners learners,
      Drops drops,
      Seasons seasons,
      Supplier<Bank> bank,
      Outbox outbox,
      Clock clock,
      Painter painter,
      BiConsumer<Group, PostedWeek> beside) {
    this.groups = groups;
    this.learners = learners;
    this.domains = new ExamDomains(groups, bank);
    Boards boards = new Boards(jdbi);
    this.periods = new Periods(seasons, clock);
    this.view = new BoardView(boards, periods, learners);
    this.pointsView = new PointsView(new Points(jdbi), boards, bank);
    WeeklyView weeklyView = new WeeklyView(boards, periods, learners, bank, painter);
    this.weekly =
        new WeeklyBoards(
            jdbi, groups, drops, boards, new PostedWeeks(jdbi), weeklyView, outbox, clock, beside);
    outbox.add(weekly);
  }

  @Override
  public String name() {
    return NAME;
  }

  /** The job that posts the weekly boards; to be run for every group when the program starts. */
  public Job job() {
    return new Job(Group.BOARD_JOB, id -> weekly.keep(Long.parseLong(id)));
  }

  @Override
  public List<Command> commands() {
    return List.of(
        new Command(
            "leaderboard",
            "Who has how many points, and where you stand",
            Response.PRIVATE,
            Permission.EVERYONE,
            List.of(
                new Option.Text("domain", "One domain of the exam only", domains::names),
                new Option.Choice("period", "The time that counts; the season if not said", KINDS)),
            this::leaderboard),
        new Command(
            "points",
            "Where your points came from",
            Response.PRIVATE,
            Permission.EVERYONE,
            List.of(),
            this::points));
  }

  @Override
  public List<OnClick> clicks() {
    return List.of(
        new OnClick("show", Response.PRIVATE, this::show),
        new OnClick("place", Response.PRIVATE, this::place),
        new OnClick("turn", Response.UPDATE, this::turn),
        new OnClick("domain", Response.UPDATE, this::chooseDomain),
        new OnClick("points", Response.UPDATE, this::turnPoints));
  }

  private Reply leaderboard(Incoming.CommandCall call) {
    Group group = groups.of(call.origin());
    Optional<String> typed = call.arguments().text("domain");
    // Without its name, a period may stand where the domain would.
    Optional<String> kind = call.arguments().text("period").or(() -> typed.filter(KINDS::contains));
    Optional<Domain> domain =
        typed
            .filter(words -> !kind.equals(Optional.of(words)))
            .map(words -> domains.named(group, words));
    Period period = periods.now(group, kind.orElse("season"));
    return new Reply.Say(
        page(new Boards.Key(group.id(), period, domain.map(Domain::id)), 0, call.origin()));
  }

  private Reply show(Incoming.Click click) {
    Group group = groups.ofControl(click.action().number(0));
    Period season = periods.now(group, "season");
    return new Reply.Say(
        page(new Boards.Key(group.id(), season, Optional.empty()), 0, click.origin()));
  }

  private Reply place(Incoming.Click click) {
    return new Reply.Say(page(board(click, Optional.empty()), 0, click.origin()));
  }

  private Reply turn(Incoming.Click click) {
    return new Reply.Update(
        page(board(click, Optional.of(click.action().key(3))), offset(click, 2), click.origin()));
  }

  private static int offset(Incoming.Click click, int key) {
    return (int) Math.max(0, Math.min(MOST_LINES, click.action().number(key)));
  }

  private Reply chooseDomain(Incoming.Click click) {
    return new Reply.Update(
        page(board(click, click.values().stream().findFirst()), 0, click.origin()));
  }

  private static Boards.Key board(Incoming.Click click, Optional<String> domain) {
    Period period =
        Period.read(click.action().key(1))
            .orElseThrow(() -> new UserError("I no longer know that period."));
    if (domain.filter(id -> id.length() > LONGEST_DOMAIN).isPresent()) {
      throw new UserError("I don't know that domain.");
    }
    return new Boards.Key(
        click.action().number(0),
        period,
        domain.filter(id -> !id.isEmpty() && !id.equals(ALL_DOMAINS)));
  }

  private Message page(Boards.Key board, int offset, Origin origin) {
    Group group = groups.ofControl(board.group());
    return view.page(group, board, domains.of(group), offset, learners.of(origin), origin.user());
  }

  private Reply turnPoints(Incoming.Click click) {
    Group group = groups.ofControl(click.action().number(0));
    return new Reply.Update(
        pointsView.page(group, learners.of(click.origin()).id(), offset(click, 1)));
  }

  private Reply points(Incoming.CommandCall call) {
    Group group = groups.of(call.origin());
    return new Reply.Say(pointsView.page(group, learners.of(call.origin()).id(), 0));
  }
}
