package studycoach.feature.live;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import studycoach.chat.Arguments;
import studycoach.chat.ChannelRef;
import studycoach.chat.Command;
import studycoach.chat.Incoming;
import studycoach.chat.OnClick;
import studycoach.chat.Option;
import studycoach.chat.Origin;
import studycoach.chat.Permission;
import studycoach.chat.Reply;
import studycoach.chat.Response;
import studycoach.chat.UserError;
import studycoach.delivery.Outbox;
import studycoach.engine.Feature;
import studycoach.markup.Markup;
import studycoach.pack.Bank;
import studycoach.pack.Domain;
import studycoach.study.DropQuestion;
import studycoach.study.Drops;
import studycoach.study.ExamDomains;
import studycoach.study.Group;
import studycoach.study.Groups;
import studycoach.study.Learner;
import studycoach.study.Learners;
import studycoach.study.QuestionVersions;
import studycoach.study.ask.Press;
import studycoach.study.ask.ShownOptions;

/** {@code live start} and {@code live stop}, and what can be pressed in a live quiz. */
public final class LiveFeature implements Feature {
  static final String NAME = "live";
  private static final int USUAL_COUNT = 5;
  private static final int USUAL_SECONDS = 30;

  private final Games games;
  private final GameKeeper keeper;
  private final GameDraw draw;
  private final Playing playing;
  private final Groups groups;
  private final Learners learners;
  private final Drops drops;
  private final QuestionVersions versions;
  private final ExamDomains domains;
  private final Outbox outbox;
  private final Clock clock;

  public LiveFeature(
      Jdbi jdbi,
      GameKeeper keeper,
      GameDraw draw,
      Playing playing,
      Groups groups,
      Learners learners,
      Drops drops,
      Supplier<Bank> bank,
      Outbox outbox,
      Clock clock) {
    this.games = new Games(jdbi);
    this.keeper = keeper;
    this.draw = draw;
    this.playing = playing;
    this.groups = groups;
    this.learners = learners;
    this.drops = drops;
    this.versions = new QuestionVersions(jdbi);
    this.domains = new ExamDomains(groups, bank);
    this.outbox = outbox;
    this.clock = clock;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<Command> commands() {
    return List.of(
        new Command(
            "live start",
            "A live quiz in this channel: everybody answers at the same time",
            Response.PRIVATE,
            Permission.EVERYONE,
            List.of(
                new Option.Text("domain", "One domain of the exam only", domains::names),
                new Option.Number("count", "How many questions; 5 if not said", 3, 20),
                new Option.Number("seconds", "For each question; 30 if not said", 10, 120)),
            this::start),
        new Command(
            "live stop",
            "End the live quiz of this channel with the board so far",
            Response.PRIVATE,
            Permission.EVERYONE,
            List.of(),
            this::stop));
  }

  @Override
  public List<OnClick> clicks() {
    return List.of(
        new OnClick("join", Response.PRIVATE, click -> playing.join(click.origin(), game(click))),
        new OnClick("begin", Response.PRIVATE, this::begin),
        new OnClick("answer", Response.PRIVATE, this::answer),
        new OnClick("mine", Response.PRIVATE, this::mine),
        new OnClick(
            "result", Response.PRIVATE, click -> playing.result(click.origin(), game(click))));
  }

  private Reply start(Incoming.CommandCall call) {
    Origin origin = call.origin();
    ChannelRef channel = channel(origin);
    Group group = groups.of(origin);
    Game game = game(call.arguments(), group, channel, learners.of(origin).home());
    outbox
        .pausedReason(game.place())
        .ifPresent(
            reason -> {
              throw new UserError("I can't post in this channel: " + reason + ".");
            });
    if (!keeper.open(game)) {
      games.in(channel).map(Game::id).ifPresent(keeper::look);
      throw new UserError("There is a live quiz in this channel already. One at a time.");
    }
    return Reply.say(
        Markup.of("The live quiz starts ")
            .second(game.due(), group.zone())
            .text(". Press Join in its post to play."));
  }

  private Game game(Arguments given, Group group, ChannelRef channel, long host) {
    Optional<String> domain =
        given.text("domain").map(typed -> domains.named(group, typed)).map(Domain::id);
    int wanted = given.number("count").orElse(USUAL_COUNT);
    int there = draw.candidates(group, domain, Set.of()).size();
    if (there == 0) {
      throw new UserError("I have no question with options for that just now.");
    }
    return new Game(
        0,
        group.id(),
        channel,
        host,
        domain,
        Math.min(wanted, there),
        Duration.ofSeconds(given.number("seconds").orElse(USUAL_SECONDS)),
        Game.State.LOBBY,
        0,
        clock.instant().plus(GameKeeper.LOBBY));
  }

  private static ChannelRef channel(Origin origin) {
    return origin
        .channel()
        .orElseThrow(() -> new UserError("Please ask me in your group's channel."));
  }

  private Reply stop(Incoming.CommandCall call) {
    Game game =
        games
            .in(channel(call.origin()))
            .orElseThrow(() -> new UserError("There is no live quiz in this channel."));
    if (!mayLead(call.origin(), game)) {
      throw new UserError(
          "Only who started this live quiz, or an organiser of the group, may stop it.");
    }
    keeper.stop(game.id());
    return Reply.say("The live quiz is stopped.");
  }

  private boolean mayLead(Origin origin, Game game) {
    Optional<Learner> host = learners.known(learners.accountOf(game.host()).user());
    return host.filter(known -> known.id() == learners.of(origin).id()).isPresent()
        || groups.organisers().mayChange(origin, groups.find(game.group()));
  }

  private Reply begin(Incoming.Click click) {
    Game game = game(click);
    if (!mayLead(click.origin(), game)) {
      throw new UserError(
          "Only who started this live quiz, or an organiser of the group, may begin it early.");
    }
    if (game.state() != Game.State.LOBBY) {
      throw new UserError("This live quiz has begun already.");
    }
    if (!keeper.hasPlayers(game)) {
      throw new UserError("Nobody has joined yet.");
    }
    keeper.begin(game.id());
    return Reply.say("Here it goes.");
  }

  private Game game(Incoming.Click click) {
    return games.find(click.action().number(0)).orElseThrow(LiveFeature::unknown);
  }

  private static UserError unknown() {
    return new UserError("I no longer know that live quiz.");
  }

  private Reply answer(Incoming.Click click) {
    DropQuestion asked = asked(click);
    Game game = games.ofQuestion(asked.id()).orElseThrow(LiveFeature::unknown);
    ShownOptions shown = shown(asked);
    return playing.answer(
        click.origin(), game, asked, shown, shown.answer(Press.positions(click, 2)));
  }

  private Reply mine(Incoming.Click click) {
    DropQuestion asked = asked(click);
    return playing.mine(click.origin(), asked, shown(asked));
  }

  private DropQuestion asked(Incoming.Click click) {
    return drops.question(click.action().number(0)).orElseThrow(LiveFeature::unknown);
  }

  private ShownOptions shown(DropQuestion asked) {
    return new ShownOptions(versions.shown(asked), asked.permutation());
  }
}
