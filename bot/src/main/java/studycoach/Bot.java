package studycoach;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import studycoach.chat.ChatAdapter;
import studycoach.chat.Command;
import studycoach.chat.Finding;
import studycoach.chat.Inbox;
import studycoach.delivery.DirectNotices;
import studycoach.delivery.KnownArrivals;
import studycoach.delivery.Outbox;
import studycoach.engine.Feature;
import studycoach.engine.Help;
import studycoach.engine.LoggedIncidents;
import studycoach.engine.RateLimit;
import studycoach.engine.Router;
import studycoach.feature.access.AccessFeature;
import studycoach.feature.daily.Answering;
import studycoach.feature.daily.DailyFeature;
import studycoach.feature.daily.DiscussionPosts;
import studycoach.feature.daily.Drawing;
import studycoach.feature.daily.DropKeeper;
import studycoach.feature.daily.DropPosts;
import studycoach.feature.daily.OpenDrops;
import studycoach.feature.daily.OrganiserFeature;
import studycoach.feature.daily.RevealPosts;
import studycoach.feature.home.HomeFeature;
import studycoach.feature.home.Places;
import studycoach.feature.leaderboard.LeaderboardFeature;
import studycoach.feature.link.LinkFeature;
import studycoach.feature.live.AskedPosts;
import studycoach.feature.live.BoardPosts;
import studycoach.feature.live.GameDraw;
import studycoach.feature.live.GameKeeper;
import studycoach.feature.live.LiveFeature;
import studycoach.feature.live.LobbyPosts;
import studycoach.feature.live.Playing;
import studycoach.feature.live.SolutionPosts;
import studycoach.feature.plan.PlanFeature;
import studycoach.feature.practice.PracticeFeature;
import studycoach.feature.progress.ProgressFeature;
import studycoach.feature.remind.RemindFeature;
import studycoach.feature.report.ReportFeature;
import studycoach.feature.retrospective.Retrospectives;
import studycoach.feature.settings.SettingsFeature;
import studycoach.feature.setup.ChannelFeature;
import studycoach.feature.setup.ChannelKeeper;
import studycoach.feature.setup.GroupFeature;
import studycoach.feature.setup.SetupFeature;
import studycoach.feature.streak.StreakFeature;
import studycoach.feature.welcome.WelcomeFeature;
import studycoach.health.CountedIncidents;
import studycoach.pack.Bank;
import studycoach.picture.Painter;
import studycoach.schedule.Job;
import studycoach.schedule.Schedule;
import studycoach.store.Database;
import studycoach.study.Answers;
import studycoach.study.Attempts;
import studycoach.study.Codes;
import studycoach.study.Drops;
import studycoach.study.Goals;
import studycoach.study.Group;
import studycoach.study.Groups;
import studycoach.study.Holds;
import studycoach.study.KeptBack;
import studycoach.study.Learners;
import studycoach.study.Members;
import studycoach.study.OpenQuestions;
import studycoach.study.Streaks;
import studycoach.study.board.Boards;
import studycoach.study.board.Seasons;
import studycoach.study.board.Tallies;
import studycoach.study.draw.Chance;
import studycoach.study.link.Links;
import studycoach.study.practice.Agendas;
import studycoach.study.progress.ProgressLog;

/** The bot: the only place where its objects are put together. */
public final class Bot implements AutoCloseable {
  private final Groups groups;
  private final Answering answering;
  private final DropKeeper keeper;
  private final GameKeeper games;
  private final LeaderboardFeature leaderboard;
  private final RemindFeature remind;
  private final Outbox outbox;
  private final Schedule schedule;
  private final KnownArrivals arrivals;
  private final Router router;
  private final List<Job> more = new ArrayList<>();

  /**
   * A bot that has not started.
   *
   * @param root the word before every command
   * @param editPace how long a message may stand out of date, so that edits stay rare
   * @param registry of what is measured and counted
   */
  public Bot(
      String root,
      Database database,
      Supplier<Bank> bank,
      Schedule schedule,
      Chance chance,
      Clock clock,
      RateLimit limit,
      Duration editPace,
      MeterRegistry registry) {
    Jdbi jdbi = database.jdbi();
    this.schedule = schedule;
    this.outbox = new Outbox(jdbi, schedule, clock, editPace, registry);
    Learners learners = new Learners(jdbi, clock);
    Members members = new Members(jdbi);
    Tallies tallies = new Tallies(jdbi);
    this.groups = new Groups(jdbi, learners, tallies, clock);
    Drops drops = new Drops(jdbi, tallies);
    Attempts attempts = new Attempts(jdbi);
    Answers answers = new Answers(jdbi, members, tallies, clock);
    Streaks streaks = new Streaks(drops, attempts, learners);
    Holds holds = new Holds(jdbi, clock);
    Codes codes = new Codes(jdbi, clock, chance.in("codes"));
    Links links = new Links(jdbi, tallies, clock);

    OpenQuestions open = new OpenQuestions(drops, attempts, clock);
    ProgressLog progress = new ProgressLog(jdbi, bank, clock);
    Goals goals = new Goals(jdbi, clock);
    Agendas agendas = new Agendas(progress, goals, bank, clock);

    Drawing drawing = new Drawing(jdbi, bank, drops, attempts, holds, chance);
    this.keeper = new DropKeeper(jdbi, groups, drops, answers, drawing, outbox, clock, registry);
    this.answering =
        new Answering(jdbi, groups, learners, drops, attempts, answers, streaks, outbox, registry);
    outbox.add(new DropPosts(jdbi, groups, drops, attempts, bank, clock));
    outbox.add(new RevealPosts(jdbi, groups, learners, drops, attempts));
    outbox.add(new DiscussionPosts(jdbi, groups, drops, attempts));

    GameDraw gameDraw = new GameDraw(bank, drops, new KeptBack(jdbi), chance);
    this.games =
        new GameKeeper(jdbi, groups, drops, attempts, answers, gameDraw, outbox, schedule, clock);
    Playing playing =
        new Playing(jdbi, games, groups, learners, drops, attempts, answers, outbox, clock);
    outbox.add(new LobbyPosts(jdbi, groups, learners, bank));
    outbox.add(new AskedPosts(jdbi, groups, drops, attempts, bank, clock));
    outbox.add(new SolutionPosts(jdbi, groups, learners, drops, attempts));
    outbox.add(new BoardPosts(jdbi, groups, learners));

    Seasons seasons = new Seasons(jdbi, tallies, clock);
    ChannelKeeper channels =
        new ChannelKeeper(
            jdbi, groups, learners, codes, new OpenDrops(drops, outbox, clock)::plan, outbox);
    Places places = new Places(members, new Boards(jdbi), seasons);
    Painter painter = new Painter();
    Retrospectives retrospectives =
        new Retrospectives(jdbi, groups, learners, drops, attempts, bank, outbox);
    this.leaderboard =
        new LeaderboardFeature(
            jdbi,
            groups,
            learners,
            drops,
            seasons,
            bank,
            outbox,
            clock,
            painter,
            retrospectives::plan);
    this.remind =
        new RemindFeature(
            root, jdbi, groups, learners, drops, streaks, agendas, bank, outbox, schedule, clock);
    List<Feature> features =
        List.of(
            new DailyFeature(jdbi, groups, learners, drops, open, drawing, answering, bank),
            new OrganiserFeature(groups, keeper, bank, schedule),
            new LiveFeature(
                jdbi, games, gameDraw, playing, groups, learners, drops, bank, outbox, clock),
            leaderboard,
            new ReportFeature(jdbi, groups, learners, drops, holds, bank, outbox, clock),
            new HomeFeature(groups, learners, places, streaks, open, progress, bank, clock),
            new ProgressFeature(groups, learners, members, streaks, open, progress, painter),
            new PracticeFeature(jdbi, groups, learners, progress, agendas, bank, chance, clock),
            new PlanFeature(groups, learners, goals, agendas),
            new StreakFeature(groups, learners, streaks),
            remind,
            new SettingsFeature(groups, learners, schedule, clock),
            new LinkFeature(root, jdbi, learners, codes, links, outbox),
            new SetupFeature(
                jdbi, groups, learners, drops, seasons, channels, bank, outbox, schedule),
            new ChannelFeature(root, groups, learners, seasons, channels, bank, outbox, clock),
            new GroupFeature(groups, learners, members, seasons, bank, outbox, schedule, clock),
            new AccessFeature(root, groups, learners, outbox),
            new WelcomeFeature(root, jdbi, outbox, clock),
            new Help(this::commands));
    this.arrivals = new KnownArrivals(jdbi, schedule, clock);
    this.router =
        new Router(
            features,
            groups.organisers()::isOrganiser,
            limit,
            new DirectNotices(jdbi, outbox, clock)::take,
            arrivals,
            new CountedIncidents(new LoggedIncidents(database.outages()::isOne), registry));
  }

  private List<Command> commands() {
    return router.commands();
  }

  /** Has something more done when it is due; before the start. */
  public void add(Job job) {
    more.add(job);
  }

  /** Takes up what is due; the adapters may be started with {@link #inbox} after that. */
  public void start(ChatAdapter... adapters) {
    for (ChatAdapter adapter : adapters) {
      outbox.add(adapter);
      answering.begin(adapter.platform());
    }
    List<Job> jobs = new ArrayList<>(outbox.jobs());
    jobs.add(remind.behind(keeper.job()));
    jobs.add(remind.job());
    jobs.add(games.job());
    jobs.add(leaderboard.job());
    jobs.add(arrivals.job());
    jobs.addAll(more);
    schedule.start(jobs);
    arrivals.start();
    takeUp();
  }

  /** Takes up what is due, and what an earlier process or an outage of the database left behind. */
  public void takeUp() {
    schedule.takeUp();
    for (long id : groups.ids()) {
      schedule.now(Group.JOB, String.valueOf(id));
      schedule.now(Group.BOARD_JOB, String.valueOf(id));
    }
    games.takeUp();
    outbox.start();
  }

  /** Whether due jobs are begun; also as long as that was not started. */
  public boolean isWorking() {
    return schedule.isWorking();
  }

  public Inbox inbox() {
    return router;
  }

  /** Looks at an adapter and the places where groups need it; needs no start. */
  public List<Finding> examine(ChatAdapter adapter) {
    return adapter.examine(commands(), groups.channels().on(adapter.platform()));
  }

  /** Stops doing what is due; the database and the adapters are their owner's to close. */
  @Override
  public void close() {
    schedule.close();
  }
}
